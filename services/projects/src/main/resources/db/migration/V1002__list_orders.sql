-- A list goes on behind its last row, whatever it is sorted by: the key, then the id.
create index project_changed on project (changed_at, id);
create index project_registered on project (registered_at, id);
