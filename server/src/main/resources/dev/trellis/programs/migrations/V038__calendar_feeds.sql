-- Addresses under which calendar programs may read a person's sessions and meals; each is a secret that can be taken back.
create table calendar_feeds
(
    user_id      uuid        not null references users on delete cascade,
    id           uuid        not null default uuidv7(),
    name         text        not null check (length(name) between 1 and 100),
    -- a secret of 256 random bits, kept as its hash only
    token_hash   bytea       not null unique,
    meals        boolean     not null,
    -- on which UTC day it was read last: tells which feed is forgotten somewhere
    last_used_on date,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (user_id, id)
);
call make_person_owned('calendar_feeds');
