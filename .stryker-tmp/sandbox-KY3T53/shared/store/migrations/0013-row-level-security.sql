-- The database itself keeps municipalities apart. Data is read and written as `rodedraad_app`, which owns nothing and sees the
-- rows of one municipality: the one that its connection names in `rodedraad.municipality`. Without a name it sees none.
-- A role belongs to the whole server, so another database may have made it. Where this user may not make roles, an
-- administrator does so before: create role rodedraad_app nologin; grant rodedraad_app to …;
do $$
begin
  if not exists (select from pg_roles where rolname = 'rodedraad_app') then
    begin
      create role rodedraad_app nologin noinherit;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    grant rodedraad_app to current_user;
  end if;
end
$$;
grant usage on schema rodedraad to rodedraad_app;
grant usage on all sequences in schema rodedraad to rodedraad_app;
alter default privileges in schema rodedraad grant usage on sequences to rodedraad_app;

-- What every table needs; a later migration calls it for the tables that it makes. FORCE holds the owner to it too, who sees
-- all municipalities only when it says so with '*', which is no name of any. The setting is read once a query, not once a row.
create function protect_table(target regclass) returns void language plpgsql as $$
declare
  owner name := (select pg_get_userbyid(relowner) from pg_class where oid = target);
  key name := coalesce(
    (select attname from pg_attribute where attrelid = target and attname = 'municipality_id' and not attisdropped), 'id');
  own text := format('%I = (select current_setting(''rodedraad.municipality'', true))', key);
  every text := '(select current_setting(''rodedraad.municipality'', true)) = ''*''';
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_municipality on %s to rodedraad_app using (%s) with check (%s)', target, own, own);
  execute format('create policy every_municipality on %s to %I using (%s) with check (%s)', target, owner, every, every);
  execute format('grant select, insert, update, delete on %s to rodedraad_app', target);
end
$$;
revoke all on function protect_table from public;

select protect_table(oid) from pg_class
where relnamespace = 'rodedraad'::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migration';

-- What is only ever added to: nobody who works with the data can change or remove it.
revoke update, delete, truncate on release_ledger, audit_entry from rodedraad_app;

-- The ledger of migrations is the owner's alone.
alter table schema_migration enable row level security;
alter table schema_migration force row level security;
create policy every_municipality on schema_migration to current_user
  using ((select current_setting('rodedraad.municipality', true)) = '*')
  with check ((select current_setting('rodedraad.municipality', true)) = '*');

-- Only an owner may renew the planner's statistics, and an import must be able to. It shows and changes no row.
create function refresh_statistics() returns void language plpgsql security definer set search_path = rodedraad as $$
begin
  analyze case_note, question;
end
$$;
revoke all on function refresh_statistics from public;
grant execute on function refresh_statistics to rodedraad_app;
