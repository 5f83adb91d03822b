-- What the deals of a project promise, added up. A project may have thousands of deals, and every fact of one asks: each
-- fact moves its row by the difference, in the transaction that writes the deal's line.
create table project_support (
    project_id    uuid    not null,
    agency        text    not null,
    release_class text    not null,
    currency      text    not null,
    pipeline      numeric not null,
    authorized    numeric not null,
    signed        numeric not null,
    primary key (project_id, agency, release_class, currency)
);
insert into project_support
select project_id, agency, release_class, currency, sum(pipeline), sum(authorized), sum(signed) from deal_line
group by project_id, agency, release_class, currency;
