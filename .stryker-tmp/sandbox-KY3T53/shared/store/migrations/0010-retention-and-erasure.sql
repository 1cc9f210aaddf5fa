-- How long what is kept, per municipality. Thirty days is the longest; a municipality may only shorten it.
alter table municipality add column text_days integer not null default 30 check (text_days between 0 and 30);
-- Notes that got their themes by then were read for emergent themes, so that their text is no longer needed.
alter table municipality add column notes_read_until timestamptz;
-- The first month whose questions still say which case asked. Earlier months are closed: their counts stand and are never made anew.
alter table municipality add column pairs_from text not null default '0000-01';

-- Which places the gate masked, counted in the text that the source holds; and for a note that its writer changed before it was
-- released, what it was when it was held back.
alter table case_note add column spans jsonb not null default '[]';
alter table case_note add column released_from text;

-- What a held note needs to be released by its writer, who sends the text again. Rows from before this have no date, and must be
-- handed in anew. A withdrawn note keeps its row, so that the same text is not held back a second time.
alter table quarantined_note add column case_id text;
alter table quarantined_note add column professional_id text;
alter table quarantined_note add column date date;
alter table quarantined_note add column team_code text;
alter table quarantined_note add column area_code text;
alter table quarantined_note add column safety_flag boolean;
alter table quarantined_note add column state text not null default 'waiting' check (state in ('waiting', 'withdrawn'));
create index quarantined_note_case on quarantined_note (municipality_id, case_id);

-- Cases whose client objected. The id is a keyed hash of its own kind, which leads to no other row.
create table objection (
  municipality_id text not null references municipality (id),
  id text not null,
  since date not null,
  primary key (municipality_id, id)
);

-- The planner's statistics would hold samples of it.
alter table case_note alter column text set statistics 0;
