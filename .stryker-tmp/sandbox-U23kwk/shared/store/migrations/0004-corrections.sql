-- What people say of themes. The machine's own answer stands beside the one that counts, so that a correction can be undone
-- and a note read again: what counts always follows from what was given and from the corrections in force.
alter table question add column given_theme_id text;
alter table question add column given_confidence real not null default 0;
alter table question add column given_route text check (given_route in ('known', 'emergent', 'unassigned', 'safety'));
-- Which corrections the text itself has to do with: the question pointed at, a word of a split, a likeness to a moved question.
alter table question add column evidence jsonb;
update question set given_theme_id = theme_id, given_confidence = confidence, given_route = route where route is not null;

-- From here on the theme that counts already follows the merges.
update question set theme_id = emergent.merged_into from emergent_theme as emergent
where emergent.municipality_id = question.municipality_id and emergent.id = question.theme_id and emergent.merged_into is not null;

drop index question_unassigned;
create index question_unassigned on question (municipality_id, date, note_id, ordinal) where given_route = 'unassigned';
create index question_with_evidence on question (municipality_id, note_id) where evidence is not null;

-- Goes up with every correction and every undo. Whoever writes themes holds this row, so that none is written past a correction.
alter table municipality add column correction_version integer not null default 0;

-- Rows are added and never changed; undoing is a row that names the undone one. `number` is the version that it made.
create table correction (
  municipality_id text not null references municipality (id),
  number integer not null,
  action jsonb,
  undoes integer,
  who text not null,
  why text not null,
  made_at timestamptz not null,
  primary key (municipality_id, number),
  unique (municipality_id, undoes),
  foreign key (municipality_id, undoes) references correction (municipality_id, number),
  check ((action is null) = (undoes is not null))
);

-- What happened to each theme, by people and by the machine, for the list that people read.
create table theme_change (
  municipality_id text not null references municipality (id),
  number bigint generated always as identity,
  kind text not null,
  theme_id text not null,
  other_id text,
  name text,
  made_by text not null check (made_by in ('person', 'machine')),
  who text,
  why text,
  made_at timestamptz not null,
  correction_number integer,
  primary key (municipality_id, number)
);
create index theme_change_theme on theme_change (municipality_id, theme_id, number);
