create table notifications
(
    user_id         uuid        not null references users on delete cascade,
    id              uuid        not null default uuidv7(),
    type            text        not null,
    title           text        not null,
    body            text        not null,
    data            jsonb       not null default '{}',
    read            boolean     not null default false,
    -- the event it tells of: a repeated delivery finds the first one
    source_event_id uuid,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (user_id, id),
    unique (user_id, source_event_id, type)
);
create index notifications_unread on notifications (user_id) where not read;
call make_person_owned('notifications');
