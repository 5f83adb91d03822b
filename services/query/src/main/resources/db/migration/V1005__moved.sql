-- Counts what is written to the entries and cells of the live generation, whoever writes: an answer that was made at the
-- same count of the same generation is still the answer. Generations that are not live are not counted, so that filling one
-- waits for nobody; going live counts.
alter table ledger_generation add moved bigint not null default 0;

create function ledger_generation_moves() returns trigger language plpgsql as $$
begin
    update ledger_generation set moved = moved + 1 where not following and (tg_nargs = 0 or id = tg_argv[0]::int);
    return null;
end $$;

create function ledger_generation_count_moves(g int) returns void language plpgsql as $$
declare
    part text;
begin
    foreach part in array array['exposure_entry', 'exposure_cell'] loop
        execute format('create trigger moves after insert or update or delete or truncate on %I'
                       ' for each statement execute function ledger_generation_moves(%L)', part || '_' || g, g);
    end loop;
end $$;

select ledger_generation_count_moves(id) from ledger_generation;

-- Nothing of ours writes through the parents, but a hand may.
create trigger moves after insert or update or delete or truncate on exposure_entry_of_generation
    for each statement execute function ledger_generation_moves();
create trigger moves after insert or update or delete or truncate on exposure_cell_of_generation
    for each statement execute function ledger_generation_moves();

create or replace function ledger_generation_begin(g int) returns void language plpgsql as $$
declare
    part text;
begin
    insert into ledger_generation (id, begun_at, following) values (g, now(), true);
    foreach part in array array['deal_fact', 'project_fact', 'exposure_entry', 'exposure_cell'] loop
        execute format('create table %I (like %I including all)', part || '_' || g, part || '_form');
        execute format('alter table %I alter generation set default %s', part || '_' || g, g);
        execute format('alter table %I attach partition %I for values in (%s)', part || '_of_generation', part || '_' || g, g);
    end loop;
    perform ledger_generation_count_moves(g);
end $$;
