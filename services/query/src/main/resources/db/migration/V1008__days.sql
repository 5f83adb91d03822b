-- The exposure on days in the past from few rows instead of all entries: what moved on a day, added up over all deals of a
-- place, and on some days what it all came to. Made from the entries, behind the feeds, and forgotten from the first day
-- on of which entries come or go.
create table exposure_day_form (
    day           date    not null,
    whole         boolean not null, -- all that stood at the end of the day; else what moved on it
    release_class text    not null,
    agency        text    not null,
    instrument    text    not null,
    program       text,
    country       text    not null,
    status        text    not null,
    currency      text    not null,
    split         text    not null, -- '' in rows of amounts; else a row of deals, all of them divided over these parts
    mineral       text    not null,
    segment       text    not null,
    -- amounts in that currency
    pipeline            numeric not null,
    authorized_unsigned numeric not null,
    undrawn             numeric not null,
    outstanding         numeric not null,
    contingent          numeric not null,
    paid                numeric not null,
    written_off         numeric not null,
    presence            bigint  not null, -- how many deals
    generation          int     not null
);
create index on exposure_day_form (day);
create index on exposure_day_form (day) where whole;

create table exposure_day_of_generation (like exposure_day_form) partition by list (generation);
create view exposure_day as
    select * from exposure_day_of_generation where generation = (select generation from live_generation);

-- Up to which day the rows of a generation are what its entries come to.
create table exposure_days_kept (
    generation   int         primary key references ledger_generation on delete cascade,
    through      date        not null default '-infinity',
    forgotten_at timestamptz not null default '-infinity' -- when entries of a past day last came or went
);

create function ledger_generation_keep_days(g int) returns void language plpgsql as $$
begin
    execute format('create table %I (like exposure_day_form including all)', 'exposure_day_' || g);
    execute format('alter table %I alter generation set default %s', 'exposure_day_' || g, g);
    execute format('alter table exposure_day_of_generation attach partition %I for values in (%s)', 'exposure_day_' || g, g);
    insert into exposure_days_kept (generation) values (g);
end $$;

-- In the transaction in which entries come or go, whoever writes them.
create function exposure_days_forget() returns trigger language plpgsql as $$
declare
    first date;
begin
    if tg_op = 'TRUNCATE' then
        first := '-infinity';
    elsif tg_op = 'INSERT' then
        first := (select min(effective_on) from came);
    elsif tg_op = 'DELETE' then
        first := (select min(effective_on) from gone);
    else
        first := least((select min(effective_on) from came), (select min(effective_on) from gone));
    end if;
    update exposure_days_kept set through = least(through, first - 1), forgotten_at = clock_timestamp()
    where (first < current_date or through >= first) and (tg_nargs = 0 or generation = tg_argv[0]::int);
    return null;
end $$;

create function exposure_days_watch(entries text, g text) returns void language plpgsql as $$
begin
    execute format('create trigger days_came after insert on %I referencing new table as came'
                   ' for each statement execute function exposure_days_forget(%s)', entries, g);
    execute format('create trigger days_went after delete on %I referencing old table as gone'
                   ' for each statement execute function exposure_days_forget(%s)', entries, g);
    execute format('create trigger days_changed after update on %I referencing old table as gone new table as came'
                   ' for each statement execute function exposure_days_forget(%s)', entries, g);
    execute format('create trigger days_lost after truncate on %I'
                   ' for each statement execute function exposure_days_forget(%s)', entries, g);
end $$;

select ledger_generation_keep_days(id), exposure_days_watch('exposure_entry_' || id, quote_literal(id))
from ledger_generation;
-- Nothing of ours writes through the parent, but a hand may.
select exposure_days_watch('exposure_entry_of_generation', '');

create or replace function ledger_generation_begin(g int) returns void language plpgsql as $$
declare
    part text;
begin
    insert into ledger_generation (id, begun_at, following) values (g, now(), true);
    foreach part in array array['deal_fact', 'project_fact', 'exposure_entry', 'exposure_cell'] loop
        execute format('create table %I (like %I including all%s)', part || '_' || g, part || '_form',
                       case when part in ('deal_fact', 'exposure_entry') then ' excluding indexes' end);
        execute format('alter table %I alter generation set default %s', part || '_' || g, g);
        execute format('alter table %I attach partition %I for values in (%s)', part || '_of_generation', part || '_' || g, g);
    end loop;
    perform ledger_generation_count_moves(g);
    perform ledger_generation_keep_days(g);
end $$;

-- Nobody reads days of a generation before it is full, so filling it waits for no trigger.
create or replace function ledger_generation_full(g int) returns void language plpgsql as $$
begin
    execute format('create unique index on %I (deal_id, version)', 'deal_fact_' || g);
    execute format('create index on %I (project_id, deal_id)', 'deal_fact_' || g);
    execute format('create unique index on %I (id)', 'exposure_entry_' || g);
    execute format('create index on %I (deal_id)', 'exposure_entry_' || g);
    execute format('create index on %I (effective_on desc, recorded_at desc, id desc)', 'exposure_entry_' || g);
    execute format('analyze %I, %I, %I', 'deal_fact_' || g, 'exposure_entry_' || g, 'exposure_cell_' || g);
    if not exists (select from pg_trigger
                   where tgrelid = ('exposure_entry_' || g)::regclass and tgname = 'days_came') then
        perform exposure_days_watch('exposure_entry_' || g, quote_literal(g));
    end if;
end $$;

create or replace function ledger_generation_end(g int) returns void language plpgsql as $$
declare
    part text;
begin
    if g = (select generation from live_generation) then
        raise exception 'generation % is live', g;
    end if;
    foreach part in array array['deal_fact', 'project_fact', 'exposure_entry', 'exposure_cell', 'exposure_day'] loop
        execute format('drop table if exists %I', part || '_' || g);
    end loop;
    delete from ledger_generation where id = g;
end $$;
