-- The headers of a fact that are not columns of the outbox as they stand, exactly as the relay writes them.
-- Instant.toString: no fraction, or three digits, or six.
create or replace function outbox_time(at timestamptz) returns text language sql immutable strict parallel safe as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS' || case
        when extract(microseconds from at at time zone 'UTC')::int % 1000000 = 0 then '"Z"'
        when extract(microseconds from at at time zone 'UTC')::int % 1000 = 0 then '.MS"Z"'
        else '.US"Z"' end)
$$;
alter table outbox
    add column if not exists specversion text not null generated always as ('1.0') stored,
    add column if not exists time text not null generated always as (outbox_time(recorded_at)) stored,
    add column if not exists dataschema text not null
        generated always as ('urn:lodestone:schema:' || regexp_replace(substr(type, 14), '\.', ':')) stored;
