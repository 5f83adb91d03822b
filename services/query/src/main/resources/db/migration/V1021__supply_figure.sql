-- Figures about supply as a publication printed them, qualifiers kept. Reference data, imported by operators; not made
-- from facts. A later edition stands beside the earlier one.
create table supply_figure (
    mineral      text    not null,
    segment      text    not null,
    indicator    text    not null,
    area         text    not null, -- as printed: a country, 'Other countries', 'World total (rounded)'
    year         int     not null,
    edition      text    not null,
    published_on date    not null,
    country      text,             -- ISO 3166-1 alpha-2, null where the area is no country
    estimated    boolean not null,
    figure       text    not null, -- as printed: 92000, >50, W
    unit         text    not null,
    category     text    not null, -- what exactly was counted, as printed
    note         text,
    source_url   text    not null,
    seen_on      date    not null,
    confidence   text    not null,
    primary key (mineral, segment, indicator, category, area, year, edition)
);
