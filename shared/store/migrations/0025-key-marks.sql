-- Which keys belong to what is stored here: of each a short mark, from which no key follows. A process with another key is refused
-- before it writes a note under a second identity, or an entry that the log cannot be checked with.
create table key_mark (
  municipality_id text not null references municipality (id),
  kind text not null check (kind in ('hash', 'audit', 'text')),
  mark text not null,
  standing text not null check (standing in ('in-force', 'previous')),
  since timestamptz not null default now(),
  primary key (municipality_id, kind, mark)
);
create unique index key_mark_in_force on key_mark (municipality_id, kind) where standing = 'in-force';
select protect_table('key_mark');
