-- The headers of a fact that were no columns of the outbox, exactly as the relay writes them: Debezium's event router
-- places columns, it computes nothing. See deploy/debezium.

-- As Java's Instant prints it: no fraction, or three digits, or six.
create function outbox_time(at timestamptz) returns text language sql immutable strict parallel safe as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS' || case
        when extract(microseconds from at at time zone 'UTC')::int % 1000000 = 0 then '"Z"'
        when extract(microseconds from at at time zone 'UTC')::int % 1000 = 0 then '.MS"Z"'
        else '.US"Z"' end)
$$;

-- Stored, because PostgreSQL publishes no others.
alter table outbox
    add column specversion text not null generated always as ('1.0') stored,
    add column time        text not null generated always as (outbox_time(recorded_at)) stored,
    add column dataschema  text not null
        generated always as ('urn:lodestone:schema:' || regexp_replace(substr(type, 14), '\.', ':')) stored;
