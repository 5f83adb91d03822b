-- Packages of deals; which deals they hold stands in deal.package_id.
create table bundle (
    id            uuid primary key,
    agency        text        not null,
    reference     text        not null,
    title         text        not null,
    note          text,
    release_class text        not null,
    created_by    text        not null,
    changed_at    timestamptz not null,
    version       bigint      not null,
    unique (agency, reference)
);
create index deal_package on deal (package_id) where package_id is not null;

-- Defaults of other deals of the obligor's group, and what finds that group.
alter table deal
    add column obligor_lei      text,
    add column obligor_group    text,
    add column cross_defaults   jsonb   not null default '[]',
    add column in_cross_default boolean not null default false,
    add column defaulted_on     date;
update deal set obligor_lei = offer -> 'obligor' ->> 'lei', obligor_group = offer -> 'obligor' ->> 'group';
create index deal_obligor on deal (obligor_name);
create index deal_obligor_lei on deal (obligor_lei) where obligor_lei is not null;
create index deal_obligor_group on deal (obligor_group) where obligor_group is not null;
create index deal_in_cross_default on deal (id) where in_cross_default;

-- Conditions by what they wait for, where that can still matter.
create index deal_waiting on deal using gin ((offer -> 'conditions') jsonb_path_ops)
    where status in ('APPROVED', 'SIGNED');
create table known_permit (
    id      text primary key, -- project/key
    version bigint not null,
    status  text   not null
);
