-- Who looked at what, who changed, released or corrected: a chain of entries per municipality, each sealed over the one before.
-- Everything in a row is a word of a closed list or an id of ours; never a text of a note or of a person.
create table audit_entry (
  municipality_id text not null references municipality (id),
  number bigint not null check (number > 0),
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  subject_kind text not null,
  subject_id text,
  outcome text not null,
  details jsonb not null,
  seal text not null,
  primary key (municipality_id, number)
);
create index audit_entry_subject on audit_entry (municipality_id, subject_kind, subject_id, number);
create index audit_entry_actor on audit_entry (municipality_id, actor_id, number);

-- Rows are added and never changed. Whoever owns the table can take this away; the seals and the anchors outside show it then.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log only grows' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_only_grows before update or delete on audit_entry
  for each row execute function refuse_audit_change();
create trigger audit_entry_is_not_emptied before truncate on audit_entry
  for each statement execute function refuse_audit_change();

-- A note gets another id when the key behind the hashes is replaced; its questions go with it.
alter table question drop constraint question_municipality_id_note_id_fkey;
alter table question add foreign key (municipality_id, note_id) references case_note (municipality_id, id)
  on delete cascade on update cascade;

-- Under which key the text of a note is encrypted; null: it stands as it is.
alter table case_note add column text_key text;
create index case_note_text_key on case_note (text_key) where text is not null and text_key is not null;
