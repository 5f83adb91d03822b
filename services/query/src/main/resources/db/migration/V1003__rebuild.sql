-- Rebuilds of the read model, for the record and for whoever watches them.
create table read_model_rebuild (
    id           uuid        primary key,
    generation   int,        -- the one it fills
    former       int,        -- the one that was live before the swap
    status       text        not null, -- RUNNING DIFFERENT SWAPPED ROLLED_BACK FAILED INTERRUPTED
    begun_at     timestamptz not null,
    begun_by     text        not null,
    ended_at     timestamptz,
    to_hear      bigint      not null default 0, -- records on the topics up to where the live model stood
    heard        bigint      not null default 0,
    position     jsonb       not null default '{}',
    differences  jsonb,
    detail       text,
    decided_by   text,       -- who accepted a difference, or rolled back
    reason       text
);
create unique index read_model_rebuild_running on read_model_rebuild (status) where status = 'RUNNING';

-- Drops a generation that is not live. Takes the parents' locks for a moment: call it with a lock_timeout.
create function ledger_generation_end(g int) returns void language plpgsql as $$
declare
    part text;
begin
    if g = (select generation from live_generation) then
        raise exception 'generation % is live', g;
    end if;
    foreach part in array array['deal_fact', 'project_fact', 'exposure_entry', 'exposure_cell'] loop
        execute format('drop table if exists %I', part || '_' || g);
    end loop;
    delete from ledger_generation where id = g;
end $$;
