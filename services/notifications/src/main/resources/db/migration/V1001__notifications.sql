-- Who wants to hear what, and where. filters and audience are JSON; the secret signs and is shown once.
create table subscription (
    id         uuid        primary key,
    owner      text        not null,
    name       text        not null,
    url        text        not null,
    secret     text        not null,
    filters    jsonb       not null,
    audience   jsonb       not null,
    status     text        not null check (status in ('ACTIVE', 'PAUSED', 'DISABLED')),
    reason     text,
    version    bigint      not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index subscription_owner on subscription (owner, id);

-- A fact that somebody is to be told, as it is sent: every attempt sends the same bytes.
create table message (
    event_id uuid primary key,
    type     text not null,
    body     text not null
);

-- One message to one subscription. seq is the order of hearing; a subject's deliveries go out in that order.
create table delivery (
    id              uuid        primary key,
    seq             bigint      generated always as identity,
    subscription_id uuid        not null references subscription on delete cascade,
    event_id        uuid        not null references message,
    subject         uuid        not null,
    status          text        not null check (status in ('PENDING', 'DELIVERED', 'DEAD')),
    attempts        int         not null default 0,
    next_attempt_at timestamptz, -- null once it is delivered or dead
    leased_until    timestamptz, -- somebody is sending it; after that moment anybody may
    reason          text,        -- why it is dead
    created_at      timestamptz not null,
    unique (subscription_id, event_id)
);
create index delivery_order on delivery (subscription_id, subject, seq) where status = 'PENDING';
create index delivery_due on delivery (subscription_id, next_attempt_at) where status = 'PENDING';
create index delivery_newest on delivery (subscription_id, seq);
create index delivery_event on delivery (event_id);

-- Every try, for the owner to look at. latency in milliseconds, answer: its first 256 bytes.
create table attempt (
    delivery_id    uuid        not null references delivery on delete cascade,
    number         int         not null,
    at             timestamptz not null,
    status         int,
    latency_millis bigint      not null,
    answer         text,
    error          text,
    primary key (delivery_id, number)
);
