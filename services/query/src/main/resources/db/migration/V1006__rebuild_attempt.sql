-- A rebuild whose service was killed is begun again by the next start, a bounded number of times.
alter table read_model_rebuild add attempt int not null default 1;
