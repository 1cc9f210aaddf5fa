-- What grows with the years must not be read to find what is of this month. Notes that have their text are those of the last weeks:
-- discovery reads them by date, and retention finds the texts that are due among them.
create index case_note_with_text on case_note (municipality_id, date, id) where text is not null;
