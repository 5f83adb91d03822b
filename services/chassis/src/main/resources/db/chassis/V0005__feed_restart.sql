-- Offsets count within one topic: a topic that was deleted and made again has another id. Null: stored before ids were.
alter table feed_offset add topic_id text;

-- Who let a topic be heard again from its beginning, and what was stored then.
create table feed_restart (
    topic        text        not null,
    partition    int         not null,
    next_offset  bigint      not null,
    topic_id     text,
    restarted_by text        not null,
    reason       text        not null,
    restarted_at timestamptz not null default now()
);

-- Forgets how far a topic is heard; it is then heard from its beginning, and what was heard is stepped over by version.
-- Answers how many partitions that were.
create function feed_restart(which text, by_whom text, why text) returns int language sql as $$
    with forgotten as (delete from feed_offset where topic = which returning *),
        noted as (
            insert into feed_restart (topic, partition, next_offset, topic_id, restarted_by, reason)
            select topic, partition, next_offset, topic_id, by_whom, why from forgotten returning 1)
    select count(*)::int from noted
$$;
