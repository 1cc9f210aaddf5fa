-- What the release gate let out for a month: the record against which the next month is released. Exact counts stand in it,
-- so it never leaves the store.
create table month_release (
  municipality_id text not null references municipality (id),
  audience text not null,
  month text not null,
  record jsonb not null,
  primary key (municipality_id, audience, month)
);

-- A report is about the whole municipality, one team or one area; an empty string means all.
alter table theme_report add column area_code text not null default '';
alter table theme_report drop constraint theme_report_pkey;
alter table theme_report add primary key (municipality_id, month, team_code, area_code);

-- Months whose reports must be made anew. `mark` tells a marking from a later one of the same month.
create sequence outdated_report_mark;
create table outdated_report (
  municipality_id text not null references municipality (id),
  month text not null,
  mark bigint not null default nextval('outdated_report_mark'),
  primary key (municipality_id, month)
);
