-- How a parked record stands to later facts of its key:
--   BLOCKING  it could not be taken in, and later facts of its key wait behind it
--   WAITING   it waits behind a blocking one
--   ASIDE     it is no fact of any key that we could tell; nobody waits for it
--   SKIPPED   an operator gave it up
alter table parked_fact
    add subject    uuid,
    add version    bigint,
    add type       text,
    add status     text not null default 'ASIDE' check (status in ('BLOCKING', 'WAITING', 'ASIDE', 'SKIPPED')),
    add skipped_by text,
    add skipped_at timestamptz,
    add reason     text;

-- What earlier versions parked: the first of a key blocks it, the others wait.
with fact as (
    select id, substring(headers from '(?n)^ce_subject: ([0-9a-f-]{36})$')::uuid as subject,
        substring(headers from '(?n)^ce_version: ([0-9]{1,18})$')::bigint as version,
        substring(headers from '(?n)^ce_type: (.+)$') as type,
        row_number() over (partition by topic, record_key order by id) as place
    from parked_fact where blocks_key)
update parked_fact p set subject = f.subject, version = f.version, type = f.type,
    status = case when f.place = 1 then 'BLOCKING' else 'WAITING' end
from fact f where f.id = p.id and f.subject is not null and f.version is not null;

drop index parked_fact_key;
alter table parked_fact
    drop column blocks_key,
    drop constraint parked_fact_topic_partition_record_offset_key, -- a recreated topic counts from 0 again
    alter status drop default,
    add check (status not in ('BLOCKING', 'WAITING')
        or (subject is not null and version is not null and type is not null));

-- One blocking fact per key.
create unique index parked_fact_blocking on parked_fact (topic, subject) where status = 'BLOCKING';
create index parked_fact_queue on parked_fact (topic, subject, version, id) where status in ('BLOCKING', 'WAITING');
