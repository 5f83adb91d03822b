-- An entry is found by its deal. Its id is a hash, so each new one came to another page of the index by ids: no other index cost
-- as much to keep.
do $$
declare
    by_id regclass;
begin
    for by_id in
        select indexrelid::regclass from pg_index
        where indisunique and indrelid in (select ('exposure_entry_' || id)::regclass from ledger_generation)
    loop
        execute format('drop index %s', by_id);
    end loop;
end $$;
