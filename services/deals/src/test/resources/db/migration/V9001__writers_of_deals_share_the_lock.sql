-- In tests only: control totals stand at an exact cut because every writer of facts of deals shares a lock that the totals
-- take alone. One that does not is refused here, whatever test it runs in.
create function deals_are_locked() returns trigger language plpgsql as $$
begin
    if exists (select 1 from new_facts where aggregatetype = 'lodestone.deals') and not exists (
            select 1 from pg_locks
            where locktype = 'advisory' and classid = 1030 and objid = 1 and pid = pg_backend_pid() and granted) then
        raise exception 'a fact of a deal is written without limits_shared(): control totals would miss it';
    end if;
    return null;
end $$;
create trigger deals_are_locked after insert on outbox
    referencing new table as new_facts for each statement execute function deals_are_locked();
