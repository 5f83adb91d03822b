-- A list goes on behind its last row, whatever it is sorted by: the key, then the id.
drop index deal_changed;
create index deal_changed on deal (changed_at, id);
create index deal_reference on deal (reference, id);
create index deal_agency on deal (agency, id);
create index deal_instrument on deal (instrument, id);
create index offtake_changed on offtake (changed_at, id);
create index offtake_reference on offtake (reference, id);
create index offtake_agency on offtake (agency, id);
create index offtake_mineral on offtake (mineral, id);
