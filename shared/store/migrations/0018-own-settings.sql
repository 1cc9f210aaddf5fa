-- What a municipality set stricter than the product ships with, by name; an empty object: nothing.
alter table municipality add column limits jsonb not null default '{}';

-- Its own words and themes over the shipped catalogue. Each version stands whole, the latest counts, and none is ever changed.
create table catalogue_version (
  municipality_id text not null references municipality (id),
  number integer not null check (number > 0),
  content jsonb not null,
  change jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (municipality_id, number)
);
select protect_table('catalogue_version');
revoke update, delete, truncate on catalogue_version from rodedraad_app;

-- How far an import is, and when it last said so: one that fell silent was broken off with its process.
alter table import_run add column rows_read integer not null default 0;
alter table import_run add column share_read real not null default 0;
alter table import_run add column seen_at timestamptz;

-- Which column is what, for files with these headings. The headings stand here as one keyed hash, the fields by place.
create table import_profile (
  municipality_id text not null references municipality (id),
  profile text not null,
  fields jsonb not null,
  used_at timestamptz not null,
  primary key (municipality_id, profile)
);
select protect_table('import_profile');

-- What exists already: public activities, by where they came from. No wijk: the whole municipality.
create table activity (
  municipality_id text not null references municipality (id),
  id text not null,
  name text not null,
  organisation text not null,
  meets text,
  url text,
  area_codes text[] not null,
  theme_ids text[] not null,
  source text not null,
  imported_at timestamptz not null,
  primary key (municipality_id, id)
);
select protect_table('activity');
