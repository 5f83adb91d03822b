-- What we remember of projects, from lodestone.projects.
create table known_project (
    id        uuid primary key,
    version   bigint not null,
    reference text   not null,
    country   text   not null,
    minerals  text   not null, -- ,COPPER,GOLD,
    stage     text   not null
);
create index known_project_reference on known_project (reference);
create index known_project_country on known_project (country);

create table deal (
    id            uuid primary key,
    agency        text        not null,
    reference     text        not null,
    instrument    text        not null,
    project_id    uuid        not null,
    package_id    uuid,
    obligor_name  text        not null,
    release_class text        not null,
    offer         jsonb       not null,
    status        text        not null,
    figures       jsonb       not null,
    version       bigint      not null,
    first_on      date        not null,
    approved_on   date,
    signed_on     date,
    proposed_by   text        not null,
    applied_by    text,
    changed_at    timestamptz not null,
    imported_head text,
    imported_line text,
    imported_acts int         not null,
    unique (agency, reference)
);
create index deal_project on deal (project_id);
create index deal_status on deal (status);
create index deal_changed on deal (changed_at);

create table offtake (
    id            uuid primary key,
    agency        text        not null,
    reference     text        not null,
    project_id    uuid        not null,
    mineral       text        not null,
    release_class text        not null,
    agreement     jsonb       not null,
    status        text        not null,
    version       bigint      not null,
    first_on      date        not null,
    signed_on     date,
    changed_at    timestamptz not null,
    imported_head text,
    imported_line text,
    imported_acts int         not null,
    unique (agency, reference)
);
create index offtake_project on offtake (project_id);
