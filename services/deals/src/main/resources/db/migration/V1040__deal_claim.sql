-- One caller at a time looks for a reference and creates its deal. The answer is read after the wait, by a statement of
-- its own, so that it sees what was committed while we waited. An import claims many under the same locks.
create function deal_claim(wanted_agency text, wanted_reference text) returns uuid language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(wanted_agency || '/' || wanted_reference, 1));
    return (select id from deal where agency = wanted_agency and reference = wanted_reference);
end $$;
