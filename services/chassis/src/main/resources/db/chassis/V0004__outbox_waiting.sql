-- What waits to be sent, counted up to 100,000. It reads only what the snapshot "sent" cannot have seen: a transaction
-- that stays open for hours, here or in another database of the cluster, makes it no slower.
create or replace function outbox_waiting(out unsent bigint, out oldest timestamptz)
    language sql stable set enable_seqscan = off set enable_bitmapscan = off as $$
    select count(*), min(recorded_at) from (
        select o.recorded_at from (
            select xid, seq, recorded_at from outbox
            where xid >= (select pg_snapshot_xmax(sent) from outbox_relay)
            union all
            select xid, seq, recorded_at from outbox
            where xid = any (array(select pg_snapshot_xip(sent) from outbox_relay))
            offset 0) o, outbox_relay r
        where not (r.upto is not null and pg_visible_in_snapshot(o.xid, r.upto) and o.seq <= r.seq)
        limit 100000) waiting
$$;
