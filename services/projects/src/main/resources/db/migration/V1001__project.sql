-- A project. What was first said of it stays beside what is known now, so that a file can be imported again.
create table project (
    id            uuid        primary key,
    reference     text        not null unique,
    registered    jsonb       not null,
    sheet         jsonb       not null,
    position      jsonb       not null,
    version       bigint      not null,
    registered_at timestamptz not null,
    changed_at    timestamptz not null
);
create index project_sheet on project using gin (sheet jsonb_path_ops);

-- What we remember of deals: the newest fact of each. Amounts in the deal's currency.
create table deal_line (
    deal_id       uuid    primary key,
    version       bigint  not null,
    project_id    uuid    not null,
    agency        text    not null,
    release_class text    not null,
    currency      text    not null,
    pipeline      numeric not null,
    authorized    numeric not null,
    signed        numeric not null
);
create index deal_line_project on deal_line (project_id);
