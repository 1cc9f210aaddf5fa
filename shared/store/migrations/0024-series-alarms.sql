-- What trends found in earlier weeks, so that a month that comes in is watched without the years before it. `weeks` is the length of the
-- window that alarmed, `excess` what it counted above (below: under nought) the expected, back to the alarm before it.
create table series_alarm (
  municipality_id text not null references municipality (id),
  theme_id text not null,
  week text not null,
  area_code text not null default '',
  team_code text not null default '',
  kind text not null check (kind in ('rising', 'falling')),
  weeks integer not null,
  probability double precision not null,
  excess double precision not null,
  primary key (municipality_id, week, theme_id, area_code, team_code)
);
select protect_table('series_alarm');

-- The first and the last week of the table that trends watched. Empty: nothing yet, and the next run watches all.
alter table municipality add column watched_from text, add column watched_until text;

-- Weeks are counted anew and read by week, never by theme.
alter table week_count drop constraint week_count_pkey,
  add primary key (municipality_id, week, theme_id, area_code, team_code);
