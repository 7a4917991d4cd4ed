-- What triage found, never the text it found it in. An open one that holds stops recommendations and nudges.
create table safety_events
(
    user_id     uuid        not null references users on delete cascade,
    id          uuid        not null default uuidv7(),
    level       text        not null check (level in ('s1', 's2', 's3')),
    layer       text        not null,
    topic       text        not null,
    subject     text        not null check (subject in ('self', 'other')),
    action      text        not null,
    source      text        not null,
    -- a danger of level s2 or s3 to the person; what a helper reports of somebody else holds nothing
    holds       boolean     not null,
    -- what lifts it (domain file 13.5); unless staff must, the person may
    resumption  text        not null,
    occurred_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by text check (resolved_by in ('person', 'staff')),
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (user_id, id),
    check ((resolved_at is null) = (resolved_by is null)),
    check (not holds or level in ('s2', 's3'))
);
create index safety_events_open on safety_events (user_id) where resolved_at is null;
call make_person_owned('safety_events');
create policy operators on safety_events to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');
