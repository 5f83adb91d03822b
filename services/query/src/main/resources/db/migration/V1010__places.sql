-- What entries of a deal have in common stands once: an entry names its place, a fact of a deal the deal's profile. Both have
-- ids that are made from what they say, so they are the same in every generation. Only the live generation is brought over;
-- one beside it is dropped, a rebuild makes it anew.
select ledger_generation_end(id) from ledger_generation where id not in (select generation from live_generation);

create table deal_profile_form (
    profile_id    uuid not null primary key, -- made from all that follows, up to the currency
    deal_id       uuid not null,
    reference     text not null,
    release_class text not null,
    agency        text not null,
    instrument    text not null,
    program       text,
    project_id    uuid not null,
    package_id    uuid,
    obligor       text not null,
    obligor_lei   text,
    status        text not null,
    currency      text not null,
    generation    int  not null
);
create index on deal_profile_form (project_id, deal_id);
create index on deal_profile_form (deal_id);

-- A cell as one deal stands in it. Nobody takes out a place of a generation: entries may name it.
create table exposure_place_form (
    place_id      uuid not null primary key, -- made from the deal and all that follows, up to the currency
    reference     text not null,
    release_class text not null, -- of the deal today: it decides who sees the deal's past too
    agency        text not null,
    instrument    text not null,
    program       text,
    mineral       text not null,
    segment       text not null,
    country       text not null, -- of the project
    obligor       text not null,
    obligor_lei   text,
    package_id    uuid,
    project_id    uuid not null,
    status        text not null,
    currency      text not null,
    generation    int  not null
);

create function deal_profile_id(deal_id uuid, reference text, release_class text, agency text, instrument text, program text,
    project_id uuid, package_id uuid, obligor text, obligor_lei text, status text, currency text)
    returns uuid language sql immutable parallel safe as $$
    select md5(concat_ws('|', deal_id, reference, release_class, agency, instrument, coalesce(program, '-'), project_id,
        coalesce(package_id::text, '-'), obligor, coalesce(obligor_lei, '-'), status, currency))::uuid
$$;

create function exposure_place_id(deal_id uuid, reference text, release_class text, agency text, instrument text, program text,
    mineral text, segment text, country text, obligor text, obligor_lei text, package_id uuid, project_id uuid, status text,
    currency text)
    returns uuid language sql immutable parallel safe as $$
    select md5(concat_ws('|', deal_id, reference, release_class, agency, instrument, coalesce(program, '-'), mineral, segment,
        country, obligor, coalesce(obligor_lei, '-'), coalesce(package_id::text, '-'), project_id, status, currency))::uuid
$$;

drop view deal_fact;
drop view exposure_entry;
drop table deal_fact_form, exposure_entry_form;

create table deal_fact_form (
    deal_id      uuid        not null,
    version      bigint      not null,
    fact_id      uuid        not null,
    profile_id   uuid        not null,
    recorded_at  timestamptz not null,
    known_at     timestamptz not null,
    effective_on date        not null,
    latest_day   date        not null,
    generation   int         not null,
    type         text        not null,
    -- amounts in the deal's currency, cumulative
    pipeline            numeric not null,
    authorized_unsigned numeric not null,
    undrawn             numeric not null,
    outstanding         numeric not null,
    contingent          numeric not null,
    paid                numeric not null,
    written_off         numeric not null
);

create table exposure_entry_form (
    id           uuid        not null, -- made from deal, fact, place and day
    deal_id      uuid        not null,
    fact_id      uuid        not null,
    place_id     uuid        not null,
    recorded_at  timestamptz not null,
    effective_on date        not null,
    presence     int         not null, -- 1 the deal came into the cell, -1 it left
    generation   int         not null,
    type         text        not null,
    -- signed differences in the place's currency
    pipeline            numeric not null,
    authorized_unsigned numeric not null,
    undrawn             numeric not null,
    outstanding         numeric not null,
    contingent          numeric not null,
    paid                numeric not null,
    written_off         numeric not null
);

-- The live generation's facts and entries, out of the way until they are brought over.
do $$
declare
    g int := (select generation from live_generation);
begin
    execute format('alter table deal_fact_of_generation detach partition %I', 'deal_fact_' || g);
    execute format('alter table exposure_entry_of_generation detach partition %I', 'exposure_entry_' || g);
    execute format('alter table %I rename to deal_fact_before', 'deal_fact_' || g);
    execute format('alter table %I rename to exposure_entry_before', 'exposure_entry_' || g);
end $$;
drop table deal_fact_of_generation, exposure_entry_of_generation;

do $$
declare
    part text;
begin
    foreach part in array array['deal_fact', 'deal_profile', 'exposure_entry', 'exposure_place'] loop
        execute format('create table %I (like %I) partition by list (generation)', part || '_of_generation', part || '_form');
    end loop;
end $$;

-- Rows as they are kept, of the live generation.
create view deal_profile as
    select * from deal_profile_of_generation where generation = (select generation from live_generation);
create view exposure_place as
    select * from exposure_place_of_generation where generation = (select generation from live_generation);
create view deal_fact_row as
    select * from deal_fact_of_generation where generation = (select generation from live_generation);
create view exposure_entry_row as
    select * from exposure_entry_of_generation where generation = (select generation from live_generation);

-- The same with what they name.
create view deal_fact as
    select f.deal_id, f.version, f.fact_id, f.type, f.effective_on, f.recorded_at, p.reference, p.release_class, p.agency,
           p.instrument, p.program, p.project_id, p.package_id, p.obligor, p.obligor_lei, p.status, p.currency, f.pipeline,
           f.authorized_unsigned, f.undrawn, f.outstanding, f.contingent, f.paid, f.written_off, f.known_at, f.latest_day,
           f.profile_id
    from deal_fact_row f join deal_profile p using (profile_id);
create view exposure_entry as
    select e.id, e.deal_id, p.reference, p.release_class, e.fact_id, e.type, e.effective_on, e.recorded_at, p.agency,
           p.instrument, p.program, p.mineral, p.segment, p.country, p.obligor, p.obligor_lei, p.package_id, p.project_id,
           p.status, p.currency, e.pipeline, e.authorized_unsigned, e.undrawn, e.outstanding, e.contingent, e.paid,
           e.written_off, e.presence, e.place_id
    from exposure_entry_row e join exposure_place p using (place_id);

create function ledger_generation_create(g int, parts text[]) returns void language plpgsql as $$
declare
    part text;
begin
    foreach part in array parts loop
        execute format('create table %I (like %I including all)', part || '_' || g, part || '_form');
        execute format('alter table %I alter generation set default %s', part || '_' || g, g);
        execute format('alter table %I attach partition %I for values in (%s)', part || '_of_generation', part || '_' || g, g);
    end loop;
end $$;

create or replace function ledger_generation_begin(g int) returns void language plpgsql as $$
begin
    insert into ledger_generation (id, begun_at, following) values (g, now(), true);
    perform ledger_generation_create(g, array['deal_fact', 'deal_profile', 'project_fact', 'exposure_entry', 'exposure_place',
                                              'exposure_cell']);
    perform ledger_generation_count_moves(g);
    perform ledger_generation_keep_days(g);
end $$;

-- What is moved: the place of an entry too, by a hand.
create or replace function ledger_generation_count_moves(g int) returns void language plpgsql as $$
declare
    part text;
begin
    foreach part in array array['exposure_entry', 'exposure_place', 'exposure_cell'] loop
        execute format('create trigger moves after insert or update or delete or truncate on %I'
                       ' for each statement execute function ledger_generation_moves(%L)', part || '_' || g, g);
    end loop;
end $$;

create or replace function ledger_generation_full(g int) returns void language plpgsql as $$
begin
    execute format('create unique index on %I (deal_id, version)', 'deal_fact_' || g);
    execute format('create unique index on %I (id)', 'exposure_entry_' || g);
    execute format('create index on %I (deal_id)', 'exposure_entry_' || g);
    execute format('create index on %I (effective_on desc, recorded_at desc)', 'exposure_entry_' || g);
    execute format('analyze %I, %I, %I, %I, %I', 'deal_fact_' || g, 'deal_profile_' || g, 'exposure_entry_' || g,
                   'exposure_place_' || g, 'exposure_cell_' || g);
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
    foreach part in array array['deal_fact', 'deal_profile', 'project_fact', 'exposure_entry', 'exposure_place',
                                'exposure_cell', 'exposure_day'] loop
        execute format('drop table if exists %I', part || '_' || g);
    end loop;
    delete from ledger_generation where id = g;
end $$;

select ledger_generation_create(generation, array['deal_fact', 'deal_profile', 'exposure_entry', 'exposure_place'])
from live_generation;

insert into deal_profile_of_generation
select distinct on (profile_id) *
from (select deal_profile_id(deal_id, reference, release_class, agency, instrument, program, project_id, package_id, obligor,
                             obligor_lei, status, currency) as profile_id,
             deal_id, reference, release_class, agency, instrument, program, project_id, package_id, obligor, obligor_lei,
             status, currency, generation
      from deal_fact_before) profile;

insert into deal_fact_of_generation
select deal_id, version, fact_id,
       deal_profile_id(deal_id, reference, release_class, agency, instrument, program, project_id, package_id, obligor,
                       obligor_lei, status, currency),
       recorded_at, known_at, effective_on, latest_day, generation, type, pipeline, authorized_unsigned, undrawn,
       outstanding, contingent, paid, written_off
from deal_fact_before;

insert into exposure_place_of_generation
select distinct on (place_id) *
from (select exposure_place_id(deal_id, reference, release_class, agency, instrument, program, mineral, segment, country,
                               obligor, obligor_lei, package_id, project_id, status, currency) as place_id,
             reference, release_class, agency, instrument, program, mineral, segment, country, obligor, obligor_lei,
             package_id, project_id, status, currency, generation
      from exposure_entry_before) place;

insert into exposure_entry_of_generation
select md5(uuid_send(deal_id) || uuid_send(fact_id) || uuid_send(place_id) || int4send(effective_on - date '1970-01-01'))::uuid,
       deal_id, fact_id, place_id, recorded_at, effective_on, presence, generation, type, pipeline, authorized_unsigned,
       undrawn, outstanding, contingent, paid, written_off
from (select exposure_place_id(deal_id, reference, release_class, agency, instrument, program, mineral, segment, country,
                               obligor, obligor_lei, package_id, project_id, status, currency) as place_id, e.*
      from exposure_entry_before e) entry;

drop table deal_fact_before, exposure_entry_before;
drop function deal_profile_id, exposure_place_id;

-- After the rows, so that the days that are kept stay kept.
do $$
declare
    g int := (select generation from live_generation);
begin
    execute format('create trigger moves after insert or update or delete or truncate on %I'
                   ' for each statement execute function ledger_generation_moves(%L)', 'exposure_entry_' || g, g);
    execute format('create trigger moves after insert or update or delete or truncate on %I'
                   ' for each statement execute function ledger_generation_moves(%L)', 'exposure_place_' || g, g);
    perform ledger_generation_full(g);
end $$;

-- Nothing of ours writes through the parents, but a hand may.
create trigger moves after insert or update or delete or truncate on exposure_entry_of_generation
    for each statement execute function ledger_generation_moves();
create trigger moves after insert or update or delete or truncate on exposure_place_of_generation
    for each statement execute function ledger_generation_moves();
select exposure_days_watch('exposure_entry_of_generation', '');
