-- The first and the last day with a note, which every run and some pages ask for, stand at the ends of this index.
create index case_note_date on case_note (municipality_id, date);
