-- Every fact of every deal: what it stood at after it.
create table deal_fact (
    deal_id       uuid        not null,
    version       bigint      not null,
    fact_id       uuid        not null,
    type          text        not null,
    effective_on  date        not null,
    recorded_at   timestamptz not null,
    reference     text        not null,
    release_class text        not null,
    agency        text        not null,
    instrument    text        not null,
    program       text,
    project_id    uuid        not null,
    package_id    uuid,
    obligor       text        not null,
    obligor_lei   text,
    status        text        not null,
    currency      text        not null,
    -- amounts in that currency, cumulative
    pipeline            numeric not null,
    authorized_unsigned numeric not null,
    undrawn             numeric not null,
    outstanding         numeric not null,
    contingent          numeric not null,
    paid                numeric not null,
    written_off         numeric not null,
    primary key (deal_id, version)
);
create index deal_fact_project on deal_fact (project_id, deal_id);

-- The facts of projects that say where money belongs: country, and weights in percent, code by code.
create table project_fact (
    project_id      uuid        not null,
    version         bigint      not null,
    fact_id         uuid        not null,
    type            text        not null,
    effective_on    date        not null,
    recorded_at     timestamptz not null,
    country         text        not null,
    minerals        text[]      not null,
    mineral_weights numeric[]   not null,
    segments        text[]      not null,
    segment_weights numeric[]   not null,
    primary key (project_id, version)
);

-- The exposure ledger: by how much a fact changed a cell. Made from the two tables above and nothing else; the entries of
-- a deal are made anew when a fact of the deal or of its project arrives.
create table exposure_entry (
    id            uuid        primary key,
    deal_id       uuid        not null,
    reference     text        not null,
    release_class text        not null, -- of the deal today: it decides who sees the deal's past too
    fact_id       uuid        not null,
    type          text        not null,
    effective_on  date        not null,
    recorded_at   timestamptz not null,
    agency        text        not null,
    instrument    text        not null,
    program       text,
    mineral       text        not null,
    segment       text        not null,
    country       text        not null, -- of the project
    obligor       text        not null,
    obligor_lei   text,
    package_id    uuid,
    project_id    uuid        not null,
    status        text        not null,
    currency      text        not null,
    -- signed differences in that currency
    pipeline            numeric not null,
    authorized_unsigned numeric not null,
    undrawn             numeric not null,
    outstanding         numeric not null,
    contingent          numeric not null,
    paid                numeric not null,
    written_off         numeric not null,
    presence            int     not null -- 1 the deal came into the cell, -1 it left
);
create index exposure_entry_deal on exposure_entry (deal_id);
create index exposure_entry_newest on exposure_entry (effective_on desc, recorded_at desc, id desc);
