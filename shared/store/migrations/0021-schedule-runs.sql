-- When each recurring task was last done, and for a monthly one for which month, so that one that was missed is caught up with.
create table schedule_run (
  municipality_id text not null references municipality (id),
  task text not null,
  period text,
  done_at timestamptz not null,
  primary key (municipality_id, task)
);
select protect_table('schedule_run');
