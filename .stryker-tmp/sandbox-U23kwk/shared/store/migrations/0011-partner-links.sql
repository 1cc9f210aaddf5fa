-- One link per request and purpose. The token itself stands in the letter only; here is its SHA-256. Answer and use are one
-- update, so that of many that come at once one succeeds.
create table partner_link (
  municipality_id text not null,
  purpose text not null,
  request_id text not null,
  token_hash text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  answer jsonb,
  primary key (municipality_id, purpose, request_id),
  unique (municipality_id, token_hash),
  foreign key (municipality_id, request_id) references partner_request (municipality_id, id) on delete cascade,
  check ((used_at is null) = (answer is null))
);
