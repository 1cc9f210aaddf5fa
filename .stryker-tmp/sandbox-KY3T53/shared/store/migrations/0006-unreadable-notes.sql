-- Stretches that could not be read are few, and a report counts the notes that have nothing else.
create index question_unreadable on question (municipality_id, month) where kind in ('other-language', 'no-words');
