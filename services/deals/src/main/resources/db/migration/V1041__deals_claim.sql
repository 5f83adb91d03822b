-- Many at once: those of these references that there are. Locks are taken in one order, so that two files take turns.
create function deals_claim(wanted_agency text, wanted_references text[]) returns setof uuid language plpgsql as $$
begin
    perform pg_advisory_xact_lock(key)
    from (select distinct hashtextextended(wanted_agency || '/' || name, 1) as key
          from unnest(wanted_references) as name order by 1) keys;
    return query select id from deal where agency = wanted_agency and reference = any(wanted_references);
end $$;
