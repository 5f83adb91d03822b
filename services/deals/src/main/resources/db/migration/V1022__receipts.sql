-- The stockpiles there are, from lodestone.stockpiles, and how much of their story was heard.
create table known_stockpile (
    id      uuid primary key,
    version bigint not null
);
