-- What identity keeps beside the account: a profile, ways in, invites, and proof of erasure.
create table user_profiles
(
    user_id        uuid primary key references users on delete cascade,
    birth_date     date check (birth_date > '1900-01-01'),
    sex            text check (sex in ('female', 'male', 'other')),
    height_cm      numeric(4, 1) check (height_cm between 50 and 272),
    training_age   text check (training_age in ('none', 'beginner', 'intermediate', 'advanced')),
    equipment      text[]      not null default '{}',
    injuries       text[]      not null default '{}',
    exclusions     text[]      not null default '{}',
    allergies      text[]      not null default '{}',
    goals          text[]      not null default '{}',
    cycle_tracking boolean     not null default false,
    -- contraindication tag to true or false; a tag that is absent was never asked
    safety_flags   jsonb       not null default '{}' check (jsonb_typeof(safety_flags) = 'object'),
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now()
);
call make_person_owned('user_profiles');

-- A log-in on one device: a short access token and a rotating refresh token, both only as hashes.
create table sessions
(
    user_id               uuid        not null references users on delete cascade,
    id                    uuid        not null default uuidv7(),
    access_hash           bytea       not null unique,
    access_expires_at     timestamptz not null,
    refresh_hash          bytea       not null unique,
    -- the refresh token before the current one: whoever shows it again has stolen it, or was stolen from
    previous_refresh_hash bytea unique,
    -- when the tokens were last exchanged: two tabs doing so at once are not a thief
    rotated_at            timestamptz not null,
    expires_at            timestamptz not null,
    device                text        not null default '' check (length(device) <= 200),
    revoked_at            timestamptz,
    created_at            timestamptz not null default now(),
    updated_at            timestamptz not null default now(),
    primary key (user_id, id)
);
call make_person_owned('sessions');

create table api_tokens
(
    user_id      uuid        not null references users on delete cascade,
    id           uuid        not null default uuidv7(),
    name         text        not null check (length(name) between 1 and 100),
    token_hash   bytea       not null unique,
    scopes       text[]      not null,
    expires_at   timestamptz,
    last_used_on date,
    revoked_at   timestamptz,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (user_id, id)
);
call make_person_owned('api_tokens');

-- An invite may carry roles, so that the first operator and later colleagues come in by the same door.
create table invite_codes
(
    code         text primary key check (length(code) between 8 and 50),
    id           uuid        not null unique default uuidv7(),
    created_by   uuid references users on delete set null,
    roles        text[]      not null default '{participant}'
        check (roles <@ array ['participant', 'trainer', 'reviewer', 'admin'] and 'participant' = any (roles)),
    max_uses     int         not null default 1 check (max_uses between 1 and 100000),
    current_uses int         not null default 0,
    expires_at   timestamptz,
    created_at   timestamptz not null default now(),
    check (current_uses between 0 and max_uses)
);
alter table invite_codes enable row level security;
alter table invite_codes force row level security;
create policy operators on invite_codes to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');
create policy jobs on invite_codes to ${jobs} using (true) with check (true);

-- Proof that an erasure happened, with nothing in it about whose it was.
create table erasure_receipts
(
    id        uuid primary key     default uuidv7(),
    erased_at timestamptz not null,
    row_count bigint      not null
);
alter table erasure_receipts enable row level security;
alter table erasure_receipts force row level security;
create policy jobs on erasure_receipts to ${jobs} using (true) with check (true);
create policy leaving on erasure_receipts for insert to ${app} with check (app_user() is not null);
create policy operators on erasure_receipts for select to ${app} using (app_role() = 'admin');
