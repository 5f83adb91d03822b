-- What of a rebuild is done. A step is noted at the beginning of the transaction that does it: after a crash the others are
-- left, and whoever goes on waits for one who was believed dead and is not.
create table read_model_rebuild_step (
    rebuild uuid not null references read_model_rebuild on delete cascade,
    step    text not null, -- the projects, a part of the deals of a partition, or the indexes
    primary key (rebuild, step)
);

-- When it was last gone on with, and how much it had heard then: its speed is told from there.
alter table read_model_rebuild add resumed_at timestamptz, add resumed_heard bigint not null default 0;
