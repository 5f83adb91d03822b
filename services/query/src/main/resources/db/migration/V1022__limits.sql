-- What each limit of the deals service says, by its newest fact; terms as our own record.
create table limit_terms (
    limit_id uuid  primary key,
    version  bigint not null,
    terms    jsonb  not null
);

-- Headroom that is or was reserved, per limit and bucket ('' for a limit that has one bucket only).
create table limit_hold (
    hold_id       uuid        not null,
    limit_id      uuid        not null,
    bucket        text        not null,
    deal_id       uuid        not null,
    amount        numeric     not null,
    currency      text        not null,
    expires_on    date        not null,
    release_class text        not null, -- of the fact: PUBLIC when no deal in its figures is RESTRICTED
    ended         text,                 -- SPENT, RELEASED, EXPIRED, REPLACED, ENDED; null while it holds
    primary key (hold_id, limit_id, bucket)
);
create index limit_hold_limit on limit_hold (limit_id) where ended is null;

-- What was told of the use of limits: approached, breached, cleared, held, released.
create table limit_told (
    limit_id      uuid        not null,
    version       bigint      not null,
    fact_id       uuid        not null,
    type          text        not null,
    effective_on  date        not null,
    recorded_at   timestamptz not null,
    bucket        text        not null,
    threshold     numeric     not null,
    used          numeric     not null,
    held          numeric     not null,
    currency      text        not null,
    level         numeric,
    agency        text,
    release_class text        not null,
    primary key (limit_id, version)
);
