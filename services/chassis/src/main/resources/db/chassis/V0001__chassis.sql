-- Every fact this service ever recorded, oldest first per subject: the history that partners read.
create table fact (
    topic       text        not null,
    subject     uuid        not null,
    version     bigint      not null,
    id          uuid        not null unique,
    type        text        not null,
    recorded_at timestamptz not null,
    actor       text        not null,
    traceparent text        not null,
    data        text        not null,
    primary key (topic, subject, version)
);

-- Facts on their way to Kafka. The column names are those Debezium's outbox event router expects.
create table outbox (
    seq           bigint generated always as identity primary key,
    id            uuid        not null,
    aggregatetype text        not null, -- the topic
    aggregateid   uuid        not null, -- the key
    version       bigint      not null,
    type          text        not null,
    recorded_at   timestamptz not null,
    source        text        not null,
    actor         text        not null,
    traceparent   text        not null,
    payload       text        not null,
    sent_at       timestamptz
);
create index outbox_unsent on outbox (seq) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- How far this service has heard each partition; moves in the transaction of the effect.
create table feed_offset (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- The newest version of each subject this service has heard: a fact that comes twice is stepped over.
create table feed_subject (
    topic   text   not null,
    subject uuid   not null,
    version bigint not null,
    primary key (topic, subject)
);

-- Facts that could not be taken in, and those of the same key that wait behind them.
create table parked_fact (
    id           bigint generated always as identity primary key,
    topic        text        not null,
    partition    int         not null,
    record_offset bigint     not null,
    record_key   text,
    headers      text        not null,
    data         bytea,
    cause        text        not null,
    blocks_key   boolean     not null,
    parked_at    timestamptz not null,
    unique (topic, partition, record_offset)
);
create index parked_fact_key on parked_fact (topic, record_key) where blocks_key;

-- First answers by Idempotency-Key, committed with the effect they tell of.
create table idempotency_key (
    organisation text        not null,
    method       text        not null,
    path         text        not null,
    key          text        not null,
    body_digest  text        not null,
    status       int         not null,
    headers      text        not null,
    body         bytea       not null,
    created_at   timestamptz not null,
    primary key (organisation, method, path, key)
);
create index idempotency_key_age on idempotency_key (created_at);
