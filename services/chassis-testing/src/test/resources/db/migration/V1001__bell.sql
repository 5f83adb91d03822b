create table bell (
    id      uuid primary key,
    strokes int  not null,
    told    text not null
);
