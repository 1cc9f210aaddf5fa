-- The first schema. Every row belongs to a municipality; ids from source systems are keyed hashes.
-- Exact counts live here and leave only through the release gate.

create table municipality (
  id text primary key,
  name text not null
);

-- Wijken by CBS code. `aliases` are the names that an administrator mapped to the code, in lower case.
create table area (
  municipality_id text not null references municipality (id),
  code text not null,
  name text not null,
  aliases text[] not null default '{}',
  primary key (municipality_id, code)
);

create table team (
  municipality_id text not null references municipality (id),
  code text not null,
  name text not null,
  primary key (municipality_id, code)
);

-- One import of a file, or one call of the API. `summary` holds counts and refused rows (row, column, reason; never text).
create table import_run (
  municipality_id text not null references municipality (id),
  id text not null,
  origin text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  summary jsonb,
  primary key (municipality_id, id)
);

-- A note after the gate. `state` says how far it came; the reconciler finds notes that stand still without a job.
create table case_note (
  municipality_id text not null references municipality (id),
  id text not null,
  import_id text not null,
  case_id text not null,
  professional_id text,
  date date not null,
  team_code text not null,
  area_code text not null,
  safety_flag boolean not null,
  text text,
  content_hash text not null,
  masked jsonb not null default '{}',
  version integer not null default 1,
  state text not null default 'received' check (state in ('received', 'cut', 'themed')),
  state_since timestamptz not null,
  primary key (municipality_id, id)
);
create index case_note_unfinished on case_note (municipality_id, state, state_since) where state <> 'themed';
create index case_note_case on case_note (municipality_id, case_id);

-- A note that the gate held back: reason and positions, never the text.
create table quarantined_note (
  municipality_id text not null references municipality (id),
  id text not null,
  import_id text not null,
  content_hash text not null,
  reason text not null,
  spans jsonb not null default '[]',
  quarantined_at timestamptz not null,
  primary key (municipality_id, id)
);

-- A stretch of a note. Only kind 'help-question' without `set_aside` counts; the rest explains the note to its own team.
create table question (
  municipality_id text not null references municipality (id),
  id text not null,
  note_id text not null,
  case_id text not null,
  professional_id text,
  date date not null,
  month text not null,
  week text not null,
  team_code text not null,
  area_code text not null,
  start_offset integer not null,
  end_offset integer not null,
  kind text not null,
  set_aside text,
  theme_id text,
  confidence real not null default 0,
  route text check (route in ('known', 'emergent', 'unassigned', 'safety')),
  primary key (municipality_id, id),
  foreign key (municipality_id, note_id) references case_note (municipality_id, id) on delete cascade
);
create index question_theme_month on question (municipality_id, theme_id, month);
create index question_month on question (municipality_id, month);
create index question_note on question (municipality_id, note_id);
create index question_unassigned on question (municipality_id, date, id) where route = 'unassigned';

-- Themes that no catalogue foresaw. An id is never reused; a merge leaves a redirect.
create table emergent_theme (
  municipality_id text not null references municipality (id),
  id text not null,
  label text not null,
  terms text[] not null,
  first_week text not null,
  cases integer not null,
  merged_into text,
  primary key (municipality_id, id)
);

-- The one-pass clusterer's memory, so that it goes on where it stopped. One row a municipality; `version` fences writers.
create table emergent_state (
  municipality_id text primary key references municipality (id),
  version integer not null,
  state bytea not null
);

-- What has changed since it was last counted: a month whose questions changed. The job is a hint, this row the truth.
-- Every marking takes a new `mark`, so that a counter clears only what it has seen.
create sequence stale_month_mark;
create table stale_month (
  municipality_id text not null references municipality (id),
  month text not null,
  since timestamptz not null,
  mark bigint not null default nextval('stale_month_mark'),
  primary key (municipality_id, month)
);

-- Distinct cases per theme × month × scope. An empty string in area_code or team_code means all areas or all teams.
create table month_count (
  municipality_id text not null references municipality (id),
  theme_id text not null,
  month text not null,
  area_code text not null default '',
  team_code text not null default '',
  cases integer not null,
  professionals integer not null,
  primary key (municipality_id, theme_id, month, area_code, team_code)
);

create table week_count (
  municipality_id text not null references municipality (id),
  theme_id text not null,
  week text not null,
  area_code text not null default '',
  team_code text not null default '',
  cases integer not null,
  primary key (municipality_id, theme_id, week, area_code, team_code)
);

create table signal (
  municipality_id text not null references municipality (id),
  id text not null,
  theme_id text not null,
  area_code text not null default '',
  team_code text not null default '',
  kind text not null check (kind in ('rising', 'new', 'falling', 'back')),
  week text not null,
  month text not null,
  cases integer not null,
  expected real not null,
  explanation jsonb not null,
  primary key (municipality_id, id)
);
create index signal_month on signal (municipality_id, month);

-- `need_key` is unique: the same need is never proposed twice.
create table proposal (
  municipality_id text not null references municipality (id),
  id text not null,
  need_key text not null,
  month text not null,
  area_code text not null,
  content jsonb not null,
  state text not null default 'open',
  state_since timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, need_key)
);

-- What people said of a proposal, in order.
create table proposal_review (
  municipality_id text not null,
  id text not null,
  proposal_id text not null,
  decision text not null,
  reason text,
  remark text,
  reviewed_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, proposal_id) references proposal (municipality_id, id)
);

-- A proposal that somebody picked up.
create table initiative (
  municipality_id text not null,
  id text not null,
  proposal_id text not null,
  state text not null default 'picked-up',
  created_at timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, proposal_id),
  foreign key (municipality_id, proposal_id) references proposal (municipality_id, id)
);

-- A request to a partner: the allowed fields and how far its delivery came. The row is the outbox.
create table partner_request (
  municipality_id text not null,
  id text not null,
  initiative_id text not null,
  content jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  sent_at timestamptz,
  created_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, initiative_id) references initiative (municipality_id, id)
);

-- The latest report of a month for one audience; `team_code` '' is the whole municipality. A later import of the same month
-- makes it anew.
create table theme_report (
  municipality_id text not null references municipality (id),
  month text not null,
  team_code text not null default '',
  content jsonb not null,
  made_at timestamptz not null,
  primary key (municipality_id, month, team_code)
);
