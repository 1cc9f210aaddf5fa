-- Why the questions of a theme belong together: words of the lexicon that at least three cases share. No text, no counts.
create table theme_reason (
  municipality_id text not null references municipality (id),
  theme_id text not null,
  reasons jsonb not null,
  primary key (municipality_id, theme_id)
);
