-- The second factor of a local account: a code that an app on a telephone counts out (TOTP, RFC 6238). `secret` is what both count from,
-- under `text_key` when texts are encrypted. `last_step` is the half minute whose code was taken last, so that no code works twice.
create table second_factor (
  municipality_id text not null,
  account_id text not null,
  secret text not null,
  text_key text,
  last_step bigint not null,
  since timestamptz not null,
  primary key (municipality_id, account_id),
  foreign key (municipality_id, account_id) references account (municipality_id, id) on delete cascade
);

-- What opens an account once when the telephone is gone, as argon2id. A used one is deleted.
create table recovery_code (
  municipality_id text not null,
  account_id text not null,
  code_hash text not null,
  primary key (municipality_id, account_id, code_hash),
  foreign key (municipality_id, account_id) references second_factor (municipality_id, account_id) on delete cascade
);

select protect_table('second_factor');
select protect_table('recovery_code');

-- A session that opens nothing yet: the password was right, and a code or setting up an app is still to come. The secret of an app
-- that is being set up lives as long as that.
alter table session add column awaits text check (awaits in ('code', 'set-up'));
alter table session add column new_secret text;
alter table session add column new_secret_key text;
alter table session add check ((awaits is not distinct from 'set-up') = (new_secret is not null));

-- From when a link to choose a password works: a clock that ran ahead when it was made must not lengthen its life.
alter table account add column invite_from timestamptz;
