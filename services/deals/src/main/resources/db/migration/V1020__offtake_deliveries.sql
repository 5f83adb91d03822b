-- What was delivered, by day and by side, and the disputes; see io.lodestone.deals.offtake.
alter table offtake
    add column deliveries jsonb   not null default '{"delivered":{},"received":{}}',
    add column disputes   jsonb   not null default '[]',
    add column discrepant boolean not null default false;
create index offtake_discrepant on offtake (id) where discrepant;
