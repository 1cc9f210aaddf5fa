-- The partners of a municipality: who they are, how they receive what is sent, and where they work.
create table partner_organisation (
  municipality_id text not null references municipality (id),
  id text not null,
  partner_id text not null,
  name text not null,
  email text,
  channel text not null check (channel in ('mail', 'webhook', 'by-hand')),
  area_codes text[] not null default '{}',
  is_active boolean not null default true,
  changed_at timestamptz not null,
  primary key (municipality_id, id)
);
select protect_table('partner_organisation');

-- To whom and about what a request goes, so that requests can join a series; how its delivery fares; and what follows when
-- nobody answers. `series_id` is the id of the request that opened the series. `waiting_since` is later than `created_at`
-- when somebody asked to try again. `withdrawn_at`: its evening was called off, so it leaves no more and takes no answer.
alter table partner_request
  add column organisation_id text,
  add column theme_id text,
  add column team_code text,
  add column series_id text,
  add column waiting_since timestamptz,
  add column next_try_at timestamptz,
  add column failure text,
  add column reminded_at timestamptz,
  add column told_at timestamptz,
  add column withdrawn_at timestamptz,
  add foreign key (municipality_id, organisation_id) references partner_organisation (municipality_id, id),
  add foreign key (municipality_id, series_id) references partner_request (municipality_id, id);
create index partner_request_series on partner_request (municipality_id, series_id) where series_id is not null;
create index partner_request_silent on partner_request (municipality_id) where state = 'sent' and told_at is null and withdrawn_at is null;

-- What leaves besides requests: reminders, agendas, results. The row is the outbox, as that of a request is.
create table partner_message (
  municipality_id text not null references municipality (id),
  id text not null,
  about_id text not null,
  content jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  waiting_since timestamptz not null,
  next_try_at timestamptz,
  failure text,
  sent_at timestamptz,
  created_at timestamptz not null,
  primary key (municipality_id, id)
);
create index partner_message_about on partner_message (municipality_id, about_id);
create index partner_message_waiting on partner_message (created_at) where state = 'waiting';
select protect_table('partner_message');

-- Links to the page of a message: the agenda of an evening. Reading uses nothing up; whether the partner comes is said once.
create table partner_page_link (
  municipality_id text not null,
  message_id text not null,
  token_hash text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answer jsonb,
  primary key (municipality_id, message_id),
  unique (municipality_id, token_hash),
  foreign key (municipality_id, message_id) references partner_message (municipality_id, id) on delete cascade
);
select protect_table('partner_page_link');

-- A fixed evening each month with one partner. `week` is 1 to 4, or -1 for the last; `weekday` 1 is Monday.
create table standing_evening (
  municipality_id text not null,
  id text not null,
  organisation_id text not null,
  week smallint not null check (week in (1, 2, 3, 4, -1)),
  weekday smallint not null check (weekday between 1 and 7),
  starts_at text not null,
  ends_at text not null,
  location text not null,
  contact jsonb not null,
  first_month text not null,
  skipped_months text[] not null default '{}',
  is_running boolean not null default true,
  revision integer not null default 0,
  created_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, organisation_id) references partner_organisation (municipality_id, id)
);
select protect_table('standing_evening');

-- What may be talked about on one of these evenings, out of the released month `report_month`. Once it was sent it stands.
create table evening_agenda (
  municipality_id text not null,
  evening_id text not null,
  month text not null,
  report_month text not null,
  points jsonb not null,
  message_id text,
  made_at timestamptz not null,
  primary key (municipality_id, evening_id, month),
  foreign key (municipality_id, evening_id) references standing_evening (municipality_id, id) on delete cascade,
  foreign key (municipality_id, message_id) references partner_message (municipality_id, id)
);
select protect_table('evening_agenda');
