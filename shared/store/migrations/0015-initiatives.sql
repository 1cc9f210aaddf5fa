-- An initiative goes from idea to planned, held and evaluated, or is cancelled. It keeps what its proposal offered when it was
-- picked up, since a later run renews the proposal.
alter table initiative add column offer jsonb;
alter table initiative add column state_since timestamptz;
alter table initiative add column planned_day date;
alter table initiative add column planned_from text;
alter table initiative add column planned_until text;
-- The request whose partner accepted the date; null when a colleague chose it.
alter table initiative add column date_request_id text;
alter table initiative add column place text;
alter table initiative add column capacity integer check (capacity > 0);
alter table initiative add column held_on date;
alter table initiative add column attendance text;
alter table initiative add column evaluation jsonb;
alter table initiative add column hours jsonb;
alter table initiative add column follow_up_of text;

update initiative set
  state = case state when 'stopped' then 'cancelled' else 'idea' end,
  state_since = created_at,
  offer = (
    select jsonb_build_object(
      'areaCode', content->'areaCode', 'teamCodes', content->'teamCodes', 'themeIds', content->'themeIds',
      'careNeeded', content->'careNeeded', 'title', content->'title', 'formatId', content->'formatId',
      'partnerIds', content->'partnerIds', 'turnout', content->'turnout', 'preparationHours', content->'preparationHours',
      'minutesSavedPerVisitor', content->'minutesSavedPerVisitor')
    from proposal where proposal.municipality_id = initiative.municipality_id and proposal.id = initiative.proposal_id);

alter table initiative alter column state set default 'idea';
alter table initiative alter column offer set not null;
alter table initiative alter column state_since set not null;
alter table initiative add check (state in ('idea', 'planned', 'held', 'evaluated', 'cancelled'));
alter table initiative add check (state <> 'planned' or planned_day is not null);
alter table initiative add check ((planned_day is null) = (planned_from is null) and (planned_day is null) = (planned_until is null));
alter table initiative add check ((held_on is not null) = (state in ('held', 'evaluated')));
alter table initiative add check ((attendance is not null) = (state = 'evaluated'));
alter table initiative add check ((evaluation is not null) = (state = 'evaluated'));
alter table initiative add check ((hours is not null) = (state = 'evaluated'));
alter table initiative add foreign key (municipality_id, follow_up_of) references initiative (municipality_id, id);

-- A need can come back after its evening was held; until then it has one initiative.
alter table initiative drop constraint initiative_municipality_id_proposal_id_key;
create unique index initiative_before_held on initiative (municipality_id, proposal_id)
  where state in ('idea', 'planned', 'cancelled');
create index initiative_follow_up on initiative (municipality_id, follow_up_of) where follow_up_of is not null;

-- The colleagues who carry an initiative. For their names on its card; nothing is counted by colleague.
create table initiative_carrier (
  municipality_id text not null,
  initiative_id text not null,
  account_id text not null,
  since timestamptz not null,
  primary key (municipality_id, initiative_id, account_id),
  foreign key (municipality_id, initiative_id) references initiative (municipality_id, id) on delete cascade
);
select protect_table('initiative_carrier');

-- What happens when on the day, step by step; texts passed the privacy gate. `copied_from` is the initiative it was taken over from.
create table run_sheet (
  municipality_id text not null,
  initiative_id text not null,
  steps jsonb not null,
  copied_from text,
  saved_at timestamptz not null,
  primary key (municipality_id, initiative_id),
  foreign key (municipality_id, initiative_id) references initiative (municipality_id, id) on delete cascade,
  foreign key (municipality_id, copied_from) references initiative (municipality_id, id)
);
select protect_table('run_sheet');
