-- A stockpile. Its row is locked by every command, so its facts and its movements have one order.
create table stockpile (
    id            uuid        primary key,
    charter       jsonb       not null,
    custodian     text        not null,
    release_class text        not null,
    movements     bigint      not null,
    digest        text        not null, -- of the last movement
    version       bigint      not null,
    opened_at     timestamptz not null,
    changed_at    timestamptz not null
);
create index stockpile_custodian on stockpile (custodian);

-- What is on hand of one material in one basis, in tonnes, beside what is required.
create table level (
    id                   uuid    primary key,
    stockpile_id         uuid    not null references stockpile,
    mineral              text    not null,
    form                 text    not null,
    grade                text    not null,
    basis                text    not null,
    on_hand              numeric not null check (on_hand >= 0),
    requirement          numeric,
    consumption_per_year numeric,
    below                boolean not null,
    unique (stockpile_id, mineral, form, grade, basis)
);

-- Material that came in together. Never changed; what is left of it stands in the ledger.
create table lot (
    id                uuid    primary key,
    stockpile_id      uuid    not null references stockpile,
    mineral           text    not null,
    form              text    not null,
    grade             text    not null,
    basis             text    not null,
    received          numeric not null check (received > 0),
    purity            numeric,
    country_of_origin text    not null,
    supplier          text    not null,
    offtake_id        uuid,
    unit_cost         numeric,          -- of one tonne
    currency          text,
    received_on       date    not null,
    check ((unit_cost is null) = (currency is null))
);
create index lot_stockpile on lot (stockpile_id);

-- The ledger: append-only, a chain of digests.
create table movement (
    id              uuid        primary key,
    stockpile_id    uuid        not null references stockpile,
    number          bigint      not null,
    kind            text        not null,
    substance       jsonb       not null,
    postings        jsonb       not null,
    reason          text,
    authority       text,
    effective_on    date        not null,
    recorded_at     timestamptz not null,
    previous_digest text        not null,
    digest          text        not null,
    unique (stockpile_id, number)
);

-- The sums of the postings by account. Whoever writes, no account of the custodian goes below zero.
create table balance (
    key          text    primary key,
    stockpile_id uuid    not null references stockpile,
    kind         text    not null,
    lot_id       uuid    references lot,
    account      text    not null,
    tonnes       numeric not null,
    check (kind = 'SUPPLIER' or tonnes >= 0)
);
create index balance_stockpile on balance (stockpile_id);
create index balance_lot on balance (lot_id);
