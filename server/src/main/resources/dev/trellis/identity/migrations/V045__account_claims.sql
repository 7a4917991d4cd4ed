-- Accounts made by a roster have no password. A link lets whoever it was given to set one, once: it is kept as its hash
-- only, it expires, and another link for the same account takes its place.
create table account_claims
(
    user_id    uuid        not null primary key references users on delete cascade,
    token_hash bytea       not null unique check (length(token_hash) = 32),
    made_by    uuid references users on delete set null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now()
);
call make_person_owned('account_claims');
