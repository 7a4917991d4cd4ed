-- The first answer to a write, kept with the write in one transaction: a repeated key finds it, a crash loses both.
create table idempotency_keys
(
    user_id      uuid        not null references users on delete cascade,
    key          text        not null check (length(key) between 1 and 200),
    request_hash bytea       not null,
    status       int         not null default 0,
    body         text,
    location     text,
    created_at   timestamptz not null default now(),
    primary key (user_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
call make_person_owned('idempotency_keys');
