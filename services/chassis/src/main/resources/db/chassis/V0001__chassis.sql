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

-- Facts on their way to Kafka, kept some days after they were sent and then dropped day by day, so that neither size
-- nor speed depends on how much was ever sent. No row is ever updated. The column names are those Debezium's outbox
-- event router expects.
create table outbox (
    seq           bigint generated always as identity,
    xid           xid8        not null default pg_current_xact_id(), -- tells what a snapshot can see
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
    written_at    timestamptz not null default now(),
    primary key (seq, written_at)
) partition by range (written_at);
create index outbox_xid on outbox (xid, seq);

-- What the relay has sent: all that snapshot "sent" sees; and of what snapshot "upto" sees, all up to "seq".
-- Whoever takes the lead raises the epoch; only the newest epoch may write.
create table outbox_relay (
    one   boolean     primary key default true check (one),
    epoch bigint      not null,
    sent  pg_snapshot not null,
    upto  pg_snapshot,
    seq   bigint      not null
);
insert into outbox_relay (epoch, sent, seq) values (0, '3:3:', 0); -- 3 is the first transaction id there is

-- Makes the days around "today" and drops those that ended "keep_days" before it and hold nothing unsent.
-- Answers how many it dropped. In use, a day is left for the next time.
create function outbox_keep(today date, keep_days int, relayed boolean) returns int
    language plpgsql set lock_timeout = '500ms' set timezone = 'UTC' as $$
declare
    day      date;
    part     text;
    newest   xid8;
    dropped  int := 0;
begin
    for day in select today + n from generate_series(-1, 7) n loop
        part := 'outbox_' || to_char(day, 'YYYYMMDD');
        if to_regclass(part) is null then
            execute format('create table %I partition of outbox for values from (%L) to (%L)',
                part, day::timestamptz, (day + 1)::timestamptz);
        end if;
    end loop;
    for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'outbox'::regclass
                  and right(c.relname, 8) < to_char(today - keep_days, 'YYYYMMDD') order by 1 loop
        execute format('select xid from %I order by xid desc limit 1', part) into newest;
        if newest is null or not relayed or newest < (select pg_snapshot_xmin(sent) from outbox_relay) then
            execute format('drop table %I', part);
            dropped := dropped + 1;
        end if;
    end loop;
    return dropped;
exception when lock_not_available then
    return 0;
end $$;
select outbox_keep(current_date, 7, true);

-- What waits to be sent, counted up to 100,000.
create function outbox_waiting(out unsent bigint, out oldest timestamptz)
    language sql stable set enable_seqscan = off as $$
    select count(*), min(recorded_at) from (
        select o.recorded_at from outbox o, outbox_relay r
        where o.xid >= pg_snapshot_xmin(r.sent)
          and not pg_visible_in_snapshot(o.xid, r.sent)
          and not (r.upto is not null and pg_visible_in_snapshot(o.xid, r.upto) and o.seq <= r.seq)
        limit 100000) waiting
$$;

-- Lets the relay send again all that was written since "since" and is still kept; answers how many facts that is.
create function outbox_refill(since timestamptz) returns bigint language plpgsql as $$
declare
    again   bigint;
    oldest  xid8;
begin
    perform from outbox_relay for update;
    select count(*), min(xid) into again, oldest from outbox where written_at >= since;
    if again > 0 then -- never past what is still unsent
        update outbox_relay set epoch = epoch + 1, upto = null, seq = 0,
            sent = format('%1$s:%1$s:', least(oldest, pg_snapshot_xmin(sent)))::pg_snapshot;
    end if;
    return again;
end $$;

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
