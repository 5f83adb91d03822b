-- What all deals add up to, as it was published: one run, one cut through the topic.
create table control_totals_run (
    id       uuid        primary key,
    taken_at timestamptz not null,
    taken_by text        not null,
    parts    int         not null,
    lines    jsonb       not null
);
create index control_totals_run_newest on control_totals_run (taken_at desc);

-- Whose facts the totals are: an id that Kafka puts on that partition, and its newest version.
create table control_totals_part (
    parts   int    not null,
    part    int    not null,
    subject uuid   not null unique,
    version bigint not null,
    primary key (parts, part)
);

-- Waits until nobody acts on a deal any more; nobody does until the transaction ends. Whoever writes a fact of a deal
-- shares this lock until it commits (limits_shared), and takes it before any row.
create function deals_still() returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(1030, 1);
end $$;

-- The last 48 bits of an id.
create function deal_number(id uuid) returns bigint language sql immutable strict parallel safe as $$
    select ('x' || right(id::text, 12))::bit(48)::bigint
$$;
