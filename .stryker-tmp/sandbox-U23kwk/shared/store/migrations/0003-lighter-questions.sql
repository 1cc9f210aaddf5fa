-- Most rows of `question` are context and administration, written twice per note. They now carry one index instead of five:
-- the note's id and the place in the note are the key, and the other indexes hold help questions with a route only.
alter table question add column ordinal integer;
update question set ordinal = substring(id from '[0-9]+$')::integer;
alter table question drop constraint question_pkey;
drop index question_note;
drop index question_unassigned;
drop index question_theme_month;
drop index question_month;
alter table question drop column id;
alter table question add primary key (municipality_id, note_id, ordinal);
create index question_theme_month on question (municipality_id, theme_id, month) where theme_id is not null;
create index question_month on question (municipality_id, month) where route is not null;
create index question_week on question (municipality_id, week) where route is not null;
create index question_unassigned on question (municipality_id, date, note_id, ordinal) where route = 'unassigned';
