-- What grows with the years must not be read to find what is of this month. Notes that have their text are those of the last weeks:
-- discovery reads them by date, and retention finds the texts that are due among them.
create index case_note_with_text on case_note (municipality_id, date, id) where text is not null;

-- The released cells of a month by theme: a line over two years needs one cell of each record's thousands. It follows from the record
-- and is written with it. The row with an empty theme says that the month was released, and of which window.
create table theme_release (
  municipality_id text not null,
  audience text not null,
  theme_id text not null,
  month text not null,
  span jsonb not null,
  released jsonb not null,
  primary key (municipality_id, audience, theme_id, month),
  foreign key (municipality_id, audience, month) references month_release (municipality_id, audience, month) on delete cascade
);
select protect_table('theme_release');

create function theme_releases_of(of_municipality text, of_audience text, of_month text, of_record jsonb)
returns table (municipality_id text, audience text, month text, theme_id text, span jsonb, released jsonb)
language sql immutable as $$
  select of_municipality, of_audience, of_month, '', coalesce(of_record->'window', '{}'), '[]'::jsonb
  union all
  select of_municipality, of_audience, of_month, cell->>'themeId', '{}'::jsonb, jsonb_agg(cell order by place)
  from jsonb_array_elements(of_record->'released') with ordinality as each (cell, place)
  group by cell->>'themeId'
$$;
insert into theme_release (municipality_id, audience, month, theme_id, span, released)
select release.* from month_release, theme_releases_of(municipality_id, audience, month, record) as release;

-- A question's note belongs to a municipality already; asking that once more for every stretch of a note took a part of writing it.
alter table question drop constraint question_municipality_id_fkey;
