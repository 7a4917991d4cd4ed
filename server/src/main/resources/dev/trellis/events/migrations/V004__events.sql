-- Append-only: everything that happened, written in the transaction that made it happen. Also the audit trail.
create table events
(
    user_id     uuid        not null references users on delete cascade,
    id          uuid        not null default uuidv7(),
    type        text        not null,
    subject_id  uuid        not null,
    actor       text        not null default coalesce(app_user()::text, 'job'),
    occurred_at timestamptz not null,
    payload     jsonb       not null,
    created_at  timestamptz not null default now(),
    primary key (user_id, id)
);
-- The operator's browser goes through the log of all people from its end.
create index events_in_order on events (id);
create index events_by_type on events (type, id);
create index events_of_subject on events (subject_id, id);
call make_person_owned('events');
create policy operators on events for select to ${app} using (app_role() = 'admin');

-- One row an event and handler: the durable record of one reaction. Its "done" commits with the handler's own writes.
create table event_deliveries
(
    user_id         uuid        not null,
    event_id        uuid        not null,
    handler         text        not null,
    status          text        not null check (status in ('pending', 'done', 'parked')),
    attempts        int         not null default 0,
    next_attempt_at timestamptz,
    last_error      text,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (user_id, event_id, handler),
    foreign key (user_id, event_id) references events on delete cascade,
    check ((status = 'pending') = (next_attempt_at is not null))
);
create index event_deliveries_due on event_deliveries (next_attempt_at) where status = 'pending';
-- For clearing away the old ones; costs next to nothing on the way in.
create index event_deliveries_age on event_deliveries using brin (created_at) with (autosummarize = on);
create index event_deliveries_open on event_deliveries (event_id) where status <> 'done';
call make_person_owned('event_deliveries');
create policy operators on event_deliveries to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');

-- What operators and other privileged people did or looked at.
create table audit_log
(
    id         uuid primary key     default uuidv7(),
    actor_id   uuid        not null,
    role       text        not null,
    action     text        not null,
    person_id  uuid references users on delete cascade,
    detail     jsonb       not null default '{}',
    created_at timestamptz not null default now()
);
create index audit_log_person on audit_log (person_id, id desc) where person_id is not null;
alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy concerned on audit_log for select to ${app} using (person_id = app_user() or app_role() = 'admin');
create policy honest on audit_log for insert to ${app} with check (actor_id = app_user());
create policy jobs on audit_log to ${jobs} using (true) with check (true);
