-- Few deals are in default; each new deal asks for those of its obligor.
create index deal_in_default on deal (id) where status = 'IN_DEFAULT';
