-- Who may enter. Passwords stand here as argon2id, every other secret as the hash of a random 256-bit number.

-- A person. `login` is what a local account types, in lower case; `issuer` and `subject` say who an outside provider says it is.
-- `professional_id` is the keyed hash under which this person's notes come in. `invite_hash` is a one-time link to set a password.
create table account (
  municipality_id text not null references municipality (id),
  id text not null,
  login text not null,
  name text not null,
  roles text[] not null,
  team_codes text[] not null default '{}',
  professional_id text,
  password_hash text,
  invite_hash text,
  invite_until timestamptz,
  issuer text,
  subject text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, login),
  unique (municipality_id, issuer, subject),
  check ((issuer is null) = (subject is null))
);

-- A browser that is signed in. It ends when it is not used for a while, and always at `ends_at`.
create table session (
  municipality_id text not null,
  id_hash text not null,
  account_id text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (municipality_id, id_hash),
  foreign key (municipality_id, account_id) references account (municipality_id, id) on delete cascade
);
create index session_account on session (municipality_id, account_id);

-- A key of a source system. It is revoked and never deleted, since the audit log names it.
create table api_token (
  municipality_id text not null references municipality (id),
  id text not null,
  name text not null,
  scopes text[] not null,
  secret_hash text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, secret_hash)
);
