-- What waits to be sent, counted up to 100,000. While a look is under way its rest is found behind the last number sent, so
-- that what is sent of a large backlog is not read again each time; all else is what the look cannot have seen.
create or replace function outbox_waiting(out unsent bigint, out oldest timestamptz)
    language sql stable set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
    select count(*), min(recorded_at) from (
        (select o.recorded_at from outbox o, outbox_relay r
         where o.seq > (select seq from outbox_relay) and r.upto is not null
           and pg_visible_in_snapshot(o.xid, r.upto) and not pg_visible_in_snapshot(o.xid, r.sent)
         order by o.seq limit 100000)
        union all
        select recorded_at from outbox
        where xid >= (select pg_snapshot_xmax(coalesce(upto, sent)) from outbox_relay)
        union all
        select recorded_at from outbox
        where xid = any (array(select pg_snapshot_xip(coalesce(upto, sent)) from outbox_relay))
        limit 100000) waiting
$$;
