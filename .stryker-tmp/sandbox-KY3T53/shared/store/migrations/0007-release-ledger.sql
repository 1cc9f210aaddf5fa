-- What left, what was not let out and why, and that something was erased. Rows are added and never changed or removed, so
-- that a later release can be held against everything a reader may have kept. Only what stood on a page is in it.
create table release_ledger (
  municipality_id text not null references municipality (id),
  number bigint generated always as identity,
  kind text not null check (kind in ('released', 'refused', 'erasure')),
  audience text,
  month text,
  -- The table, knots and figures of a month as they were released.
  page jsonb,
  -- The limits that applied, and which program and model made the numbers.
  parameters jsonb,
  product_version text,
  model_version text,
  -- Of a refusal: a Dutch sentence, and the keys of the cells that the next draft leaves out, by month.
  reason text,
  withhold jsonb,
  -- Of an erasure: the day and counts. Which case it was is not kept anywhere.
  facts jsonb,
  made_by text not null,
  made_at timestamptz not null,
  primary key (municipality_id, number),
  check ((kind = 'erasure') = (facts is not null)),
  check ((kind = 'erasure') = (month is null and audience is null)),
  check ((kind = 'released') = (page is not null and parameters is not null)),
  check ((kind = 'refused') = (reason is not null and withhold is not null))
);
create unique index release_ledger_month on release_ledger (municipality_id, audience, month) where kind = 'released';

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'the release ledger is only added to' using errcode = 'restrict_violation';
end
$$;
create trigger release_ledger_append_only before update or delete or truncate on release_ledger
  for each statement execute function refuse_ledger_change();
