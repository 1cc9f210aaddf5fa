-- Partners that take requests by program. The secret that signs the messages is not here: it follows from the key of the
-- installation and from secret_version, which goes up when a new one is wanted.
create table webhook_endpoint (
  municipality_id text not null references municipality (id),
  partner_id text not null,
  url text not null,
  secret_version integer not null default 1,
  set_at timestamptz not null,
  primary key (municipality_id, partner_id)
);
