-- A new generation gets the indexes of its facts and entries when it is full: built once, they cost less than kept row by
-- row. Not primary keys, for adding one would lock readers out.
create or replace function ledger_generation_begin(g int) returns void language plpgsql as $$
declare
    part text;
begin
    insert into ledger_generation (id, begun_at, following) values (g, now(), true);
    foreach part in array array['deal_fact', 'project_fact', 'exposure_entry', 'exposure_cell'] loop
        execute format('create table %I (like %I including all%s)', part || '_' || g, part || '_form',
                       case when part in ('deal_fact', 'exposure_entry') then ' excluding indexes' end);
        execute format('alter table %I alter generation set default %s', part || '_' || g, g);
        execute format('alter table %I attach partition %I for values in (%s)', part || '_of_generation', part || '_' || g, g);
    end loop;
    perform ledger_generation_count_moves(g);
end $$;

create function ledger_generation_full(g int) returns void language plpgsql as $$
begin
    execute format('create unique index on %I (deal_id, version)', 'deal_fact_' || g);
    execute format('create index on %I (project_id, deal_id)', 'deal_fact_' || g);
    execute format('create unique index on %I (id)', 'exposure_entry_' || g);
    execute format('create index on %I (deal_id)', 'exposure_entry_' || g);
    execute format('create index on %I (effective_on desc, recorded_at desc, id desc)', 'exposure_entry_' || g);
    execute format('analyze %I, %I, %I', 'deal_fact_' || g, 'exposure_entry_' || g, 'exposure_cell_' || g);
end $$;
