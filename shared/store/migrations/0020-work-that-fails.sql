-- A note that cannot be worked out is set aside after some tries, with the code of what went wrong; a person can have it tried again.
-- `queued_at` is when the reconciler last made its job again, so that a deep queue does not get the same note every minute.
alter table case_note
  add column tries smallint not null default 0,
  add column stuck_reason text,
  add column queued_at timestamptz,
  drop constraint case_note_state_check,
  add constraint case_note_state_check check (state in ('received', 'cut', 'themed', 'stuck')),
  add constraint case_note_stuck_reason check (state <> 'stuck' or stuck_reason is not null);

-- Who may write the emergent themes of a municipality, and until when by the clock of the database. The fence goes up with every
-- holder: what an earlier one still wants to write is refused.
alter table municipality
  add column discovery_holder text,
  add column discovery_until timestamptz,
  add column discovery_fence bigint not null default 0;
