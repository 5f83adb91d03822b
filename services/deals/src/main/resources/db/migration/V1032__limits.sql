-- What may be promised at most. Its row is locked while anything in its buckets changes.
create table exposure_limit (
    id         uuid primary key,
    key        text        not null,
    owner      text,                 -- the agency that set it; null for a statutory limit
    terms      jsonb       not null,
    edition    int         not null, -- of the statute
    version    bigint      not null,
    changed_at timestamptz not null,
    unique nulls not distinct (owner, key)
);

-- What each deal uses of it. A bucket's "used" is their sum in the limit's currency, and moves with them.
create table limit_line (
    limit_id      uuid    not null references exposure_limit,
    deal_id       uuid    not null,
    bucket        text    not null, -- '' for a limit that has one only
    amount        numeric not null,
    currency      text    not null,
    agency        text    not null,
    release_class text    not null,
    primary key (limit_id, deal_id, bucket)
);
create index limit_line_bucket on limit_line (limit_id, bucket, deal_id);
create index limit_line_restricted on limit_line (limit_id, bucket) where release_class = 'RESTRICTED';

create table limit_bucket (
    limit_id uuid    not null references exposure_limit,
    bucket   text    not null,
    used     numeric not null,
    told     numeric not null, -- highest level told of and not cleared, in percent; 100 is past the threshold
    primary key (limit_id, bucket)
);

-- Headroom reserved for a deal. It counts while it has not ended and expires_on is not over.
create table limit_hold (
    id            uuid primary key,
    deal_id       uuid not null,
    release_class text not null, -- the deal's
    expires_on    date not null,
    ended         text           -- how; null while it has not
);
create index limit_hold_deal on limit_hold (deal_id) where ended is null;
create index limit_hold_expiry on limit_hold (expires_on) where ended is null;

create table limit_hold_line (
    hold_id  uuid    not null references limit_hold,
    limit_id uuid    not null references exposure_limit,
    bucket   text    not null,
    amount   numeric not null,
    primary key (hold_id, limit_id, bucket)
);
create index limit_hold_line_bucket on limit_hold_line (limit_id, bucket);

-- Counts how often a limit was set, so that who keeps them in memory knows when to read them again.
create table limit_revision (
    one      boolean primary key default true check (one),
    revision bigint  not null
);
insert into limit_revision (revision) values (0);

-- Who measures shares this lock, who sets a limit has it alone. The answer is read after the wait, by a statement of
-- its own, so that it is what was committed while we waited.
create function limits_shared() returns bigint language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(1030, 1);
    return (select revision from limit_revision);
end $$;

create function limits_alone() returns bigint language plpgsql as $$
declare
    now_at bigint;
begin
    perform pg_advisory_xact_lock(1030, 1);
    update limit_revision set revision = revision + 1 returning revision into now_at;
    return now_at;
end $$;

-- Mineral and segment limits need the weights of projects: all projects are heard again.
alter table known_project add column weights jsonb;
update known_project set version = 0;
delete from feed_offset where topic = 'lodestone.projects';
delete from feed_subject where topic = 'lodestone.projects';
