-- Exchange rates as somebody published them: units of the currency for one unit of the base. Reference data, imported by
-- operators; not made from facts.
create table fx_rate (
    base       text    not null,
    currency   text    not null,
    day        date    not null,
    rate       numeric not null check (rate > 0),
    source_url text    not null,
    seen_on    date    not null,
    confidence text    not null,
    note       text,
    primary key (currency, base, day)
);
