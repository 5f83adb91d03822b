-- Control totals of the deals service, run by run, until a newer run has come whole.
create table control_run (
    id    uuid primary key,
    parts int  not null
);

-- One partition's part: it stands at that offset of the topic, and counts what is before it.
create table control_part (
    run_id        uuid   not null references control_run on delete cascade,
    part          int    not null,
    record_offset bigint not null,
    lines         jsonb  not null,
    primary key (run_id, part)
);

-- Deals that moved after the cut, with the version they had at it; 0 where they were not there.
create table control_moved (
    run_id  uuid   not null references control_run on delete cascade,
    deal_id uuid   not null,
    version bigint not null,
    primary key (run_id, deal_id)
);

create table reconciliation (
    id          uuid        primary key,
    status      text        not null, -- RUNNING EQUAL DIFFERENT FAILED INTERRUPTED
    asked_by    text        not null,
    begun_at    timestamptz not null,
    ended_at    timestamptz,
    control_run uuid,                 -- the totals it was held against; null while none have come
    position    jsonb,
    cells       bigint,
    deals       bigint,
    breaks      int,
    detail      text
);

-- A place where figures are wrong, from the run that found it to the one that found it in order.
create table exposure_break (
    id          uuid        primary key,
    kind        text        not null, -- CELL DEAL TOTALS
    place_key   text        not null,
    place       jsonb       not null,
    differences jsonb       not null,
    reason      text,
    detected_in uuid        not null references reconciliation,
    detected_at timestamptz not null,
    resolved_in uuid        references reconciliation,
    resolved_at timestamptz
);
create unique index exposure_break_open on exposure_break (kind, place_key) where resolved_at is null;

-- The last 48 bits of an id.
create function deal_number(id uuid) returns bigint language sql immutable strict parallel safe as $$
    select ('x' || right(id::text, 12))::bit(48)::bigint
$$;

-- Runs of control totals whose parts have all come.
create view whole_control_run as
    select id from control_run r where parts = (select count(*) from control_part p where p.run_id = r.id);
