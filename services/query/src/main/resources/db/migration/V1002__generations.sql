-- The ledger in generations: a rebuild fills a second set of tables beside the live one, and one row names the live one.
-- Each table is a list of partitions, one a generation (deal_fact_1), under a parent (deal_fact_of_generation). Readers see
-- the live generation only, through views that have the old names. Writers name the partition.
alter table deal_fact rename to deal_fact_1;
alter table project_fact rename to project_fact_1;
alter table exposure_entry rename to exposure_entry_1;
alter table deal_fact_1 rename constraint deal_fact_pkey to deal_fact_1_pkey;
alter table project_fact_1 rename constraint project_fact_pkey to project_fact_1_pkey;
alter table exposure_entry_1 rename constraint exposure_entry_pkey to exposure_entry_1_pkey;
alter index deal_fact_project rename to deal_fact_1_project;
alter index exposure_entry_deal rename to exposure_entry_1_deal;
alter index exposure_entry_newest rename to exposure_entry_1_newest;

alter table deal_fact_1 add generation int not null default 1;
alter table project_fact_1 add generation int not null default 1;
alter table exposure_entry_1 add generation int not null default 1;

-- What the subject's facts up to this one say together: since when all of them are known, and the latest of their days.
-- With them the newest fact alone tells whether the next one can be added without telling the past anew.
alter table deal_fact_1 add known_at timestamptz, add latest_day date;
alter table project_fact_1 add known_at timestamptz, add latest_day date;
update deal_fact_1 f set known_at = u.known_at, latest_day = u.latest_day
from (select deal_id, version, max(recorded_at) over so_far as known_at, max(effective_on) over so_far as latest_day
      from deal_fact_1 window so_far as (partition by deal_id order by version)) u
where f.deal_id = u.deal_id and f.version = u.version;
update project_fact_1 f set known_at = u.known_at, latest_day = u.latest_day
from (select project_id, version, max(recorded_at) over so_far as known_at, max(effective_on) over so_far as latest_day
      from project_fact_1 window so_far as (partition by project_id order by version)) u
where f.project_id = u.project_id and f.version = u.version;
alter table deal_fact_1 alter known_at set not null, alter latest_day set not null;
alter table project_fact_1 alter known_at set not null, alter latest_day set not null;

-- The sums of the entries, cell by cell: moved by exact differences, each cell once a batch. A cell may be all zero.
create table exposure_cell_1 (
    cell_id       uuid not null, -- made from all that follows, up to the currency
    release_class text not null,
    agency        text not null,
    instrument    text not null,
    program       text,
    mineral       text not null,
    segment       text not null,
    country       text not null,
    obligor       text not null,
    obligor_lei   text,
    package_id    uuid,
    project_id    uuid not null,
    status        text not null,
    currency      text not null,
    -- amounts in that currency
    pipeline            numeric not null,
    authorized_unsigned numeric not null,
    undrawn             numeric not null,
    outstanding         numeric not null,
    contingent          numeric not null,
    paid                numeric not null,
    written_off         numeric not null,
    presence            bigint  not null, -- how many deals are in the cell
    generation          int     not null default 1
);
insert into exposure_cell_1
select md5(concat_ws('|', release_class, agency, instrument, coalesce(program, '-'), mineral, segment, country, obligor,
           coalesce(obligor_lei, '-'), coalesce(package_id::text, '-'), project_id, status, currency))::uuid,
       release_class, agency, instrument, program, mineral, segment, country, obligor, obligor_lei, package_id, project_id,
       status, currency, sum(pipeline), sum(authorized_unsigned), sum(undrawn), sum(outstanding), sum(contingent), sum(paid),
       sum(written_off), sum(presence)
from exposure_entry_1
group by release_class, agency, instrument, program, mineral, segment, country, obligor, obligor_lei, package_id, project_id,
         status, currency;
alter table exposure_cell_1 add primary key (cell_id);

create table ledger_generation (
    id        int         primary key,
    begun_at  timestamptz not null,
    following boolean     not null -- the deals that move are noted, so that it can be brought up to date at any moment
);
insert into ledger_generation (id, begun_at, following) values (1, now(), false);

create table live_generation (
    only_one   boolean primary key default true check (only_one),
    generation int     not null references ledger_generation
);
insert into live_generation (generation) values (1);

-- Deals that moved in the live generation and not yet in this one.
create table ledger_moved (
    generation int  not null references ledger_generation on delete cascade,
    deal_id    uuid not null,
    primary key (generation, deal_id)
);

do $$
declare
    part text;
begin
    foreach part in array array['deal_fact', 'project_fact', 'exposure_entry', 'exposure_cell'] loop
        execute format('create table %I (like %I) partition by list (generation)', part || '_of_generation', part || '_1');
        execute format('alter table %I attach partition %I for values in (1)', part || '_of_generation', part || '_1');
        execute format('create view %I as select * from %I where generation = (select generation from live_generation)',
                       part, part || '_of_generation');
    end loop;
end $$;

-- A new, empty generation, not live. Readers and writers of the others go on.
create function ledger_generation_begin(g int) returns void language plpgsql as $$
declare
    part text;
begin
    insert into ledger_generation (id, begun_at, following) values (g, now(), true);
    foreach part in array array['deal_fact', 'project_fact', 'exposure_entry', 'exposure_cell'] loop
        execute format('create table %I (like %I including all)', part || '_' || g, part || '_form');
        execute format('alter table %I alter generation set default %s', part || '_' || g, g);
        execute format('alter table %I attach partition %I for values in (%s)', part || '_of_generation', part || '_' || g, g);
    end loop;
end $$;

-- The form of a generation's tables, with their indexes: generation 1 itself may be gone one day.
do $$
declare
    part text;
begin
    foreach part in array array['deal_fact', 'project_fact', 'exposure_entry', 'exposure_cell'] loop
        execute format('create table %I (like %I including all)', part || '_form', part || '_1');
    end loop;
end $$;
