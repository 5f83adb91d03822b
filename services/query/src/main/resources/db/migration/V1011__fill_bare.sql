-- Facts, profiles, entries and places of a generation are filled without any index, and autovacuum looks at them when they are
-- full only: until then nobody reads them, and nothing of them goes. Facts and entries become full each for itself, on two connections at one time.
drop index deal_profile_form_project_id_deal_id_idx, deal_profile_form_deal_id_idx;
alter table deal_profile_form drop constraint deal_profile_form_pkey;
alter table exposure_place_form drop constraint exposure_place_form_pkey;

create or replace function ledger_generation_create(g int, parts text[]) returns void language plpgsql as $$
declare
    part text;
begin
    foreach part in array parts loop
        execute format('create table %I (like %I including all) with (autovacuum_enabled = off)', part || '_' || g,
                       part || '_form');
        execute format('alter table %I alter generation set default %s', part || '_' || g, g);
        execute format('alter table %I attach partition %I for values in (%s)', part || '_of_generation', part || '_' || g, g);
    end loop;
end $$;

-- A generation that was begun before this release has the indexes of profiles and places, under these names.
create function ledger_generation_facts_full(g int) returns void language plpgsql as $$
begin
    execute format('create unique index on %I (deal_id, version)', 'deal_fact_' || g);
    execute format('create unique index if not exists %I on %I (profile_id)', 'deal_profile_' || g || '_pkey',
                   'deal_profile_' || g);
    execute format('create index if not exists %I on %I (project_id, deal_id)',
                   'deal_profile_' || g || '_project_id_deal_id_idx', 'deal_profile_' || g);
    execute format('create index if not exists %I on %I (deal_id)', 'deal_profile_' || g || '_deal_id_idx',
                   'deal_profile_' || g);
    perform ledger_generation_look_after(array['deal_fact_' || g, 'deal_profile_' || g, 'project_fact_' || g]);
end $$;

create function ledger_generation_entries_full(g int) returns void language plpgsql as $$
begin
    execute format('create index on %I (deal_id)', 'exposure_entry_' || g);
    execute format('create index on %I (effective_on desc, recorded_at desc)', 'exposure_entry_' || g);
    execute format('create unique index if not exists %I on %I (place_id)', 'exposure_place_' || g || '_pkey',
                   'exposure_place_' || g);
    perform ledger_generation_look_after(array['exposure_entry_' || g, 'exposure_place_' || g, 'exposure_cell_' || g]);
    if not exists (select from pg_trigger
                   where tgrelid = ('exposure_entry_' || g)::regclass and tgname = 'days_came') then
        perform exposure_days_watch('exposure_entry_' || g, quote_literal(g));
    end if;
end $$;

-- From here on as any other table.
create function ledger_generation_look_after(parts text[]) returns void language plpgsql as $$
declare
    part text;
begin
    foreach part in array parts loop
        execute format('analyze %I', part);
        execute format('alter table %I reset (autovacuum_enabled)', part);
    end loop;
end $$;

drop function ledger_generation_full;

-- Who waits for this lock for a second makes autovacuum give way; readers and writers go on.
create function ledger_generation_hold(g int) returns void language plpgsql as $$
declare
    part text;
begin
    foreach part in array array['deal_fact', 'deal_profile', 'project_fact', 'exposure_entry', 'exposure_place',
                                'exposure_cell', 'exposure_day'] loop
        if to_regclass(part || '_' || g) is not null then
            execute format('lock table only %I in share update exclusive mode', part || '_' || g);
        end if;
    end loop;
end $$;

-- A step is one of filling a generation: who was believed dead may still fill another one for the same rebuild.
alter table read_model_rebuild_step add generation int;
update read_model_rebuild_step set generation = r.generation from read_model_rebuild r where r.id = rebuild;
delete from read_model_rebuild_step where generation is null;
alter table read_model_rebuild_step drop constraint read_model_rebuild_step_pkey, add primary key (rebuild, generation, step);

-- A rebuild that was full is full in both halves.
insert into read_model_rebuild_step (rebuild, generation, step)
select rebuild, generation, half
from read_model_rebuild_step, unnest(array['facts full', 'entries full']) half where step = 'full';
