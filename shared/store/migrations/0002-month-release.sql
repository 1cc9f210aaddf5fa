-- What the release gate let out for a month: the record against which the next month is released. Exact counts stand in it,
-- so it never leaves the store.
create table month_release (
  municipality_id text not null references municipality (id),
  audience text not null,
  month text not null,
  record jsonb not null,
  primary key (municipality_id, audience, month)
);
