-- Distinct cases with a help question per wijk and month: what the counts of a theme are a part of. Counted with `month_count`,
-- and kept as long, so that a month can be compared with others when nobody knows any more which cases it counted.
create table month_total (
  municipality_id text not null references municipality (id),
  month text not null,
  area_code text not null,
  cases integer not null,
  primary key (municipality_id, month, area_code)
);
select protect_table('month_total');

-- Months that are still open get their totals when they are counted anew; of closed months there are none.
insert into stale_month (municipality_id, month, since)
select distinct question.municipality_id, question.month, now() from question
join municipality on municipality.id = question.municipality_id and question.month >= municipality.pairs_from
on conflict (municipality_id, month) do nothing;

-- What came of an initiative, by theme, with the counts that it was judged by. They never leave the store.
create table initiative_effect (
  municipality_id text not null,
  initiative_id text not null,
  theme_id text not null,
  content jsonb not null,
  primary key (municipality_id, initiative_id, theme_id),
  foreign key (municipality_id, initiative_id) references initiative (municipality_id, id) on delete cascade
);
select protect_table('initiative_effect');
