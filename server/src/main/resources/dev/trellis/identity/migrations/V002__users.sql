-- Anyone with an account. An alternate identity (Telegram, an external issuer) is a nullable unique column.
create table users
(
    id            uuid primary key     default uuidv7(),
    email         text,
    password_hash text,
    telegram_id   text unique,
    oidc_issuer   text,
    oidc_subject  text,
    display_name  text        not null default '' check (length(display_name) <= 100),
    roles         text[]      not null default '{participant}'
        check (roles <@ array ['participant', 'trainer', 'reviewer', 'admin'] and 'participant' = any (roles)),
    locale        text        not null default 'en' check (length(locale) <= 35),
    country       text check (country ~ '^[A-Z]{2}$'),
    time_zone     text        not null default 'UTC' check (is_time_zone(time_zone)),
    day_start     time        not null default '00:00' check (day_start <= '12:00'),
    status        text        not null default 'active' check (status in ('active', 'suspended')),
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    check (email is not null or telegram_id is not null or oidc_subject is not null),
    unique (oidc_issuer, oidc_subject)
);
create unique index users_email_key on users (lower(email));

call make_person_owned('users', 'id');
-- Operators see accounts; each such read is written to the audit log by the use case.
create policy operators on users to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');
