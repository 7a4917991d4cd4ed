-- The long assessment behind a training and meal program: one open at a time, kept when it is done.
create table consultation_sessions
(
    user_id      uuid        not null references users on delete cascade,
    id           uuid        not null default uuidv7(),
    started_at   timestamptz not null,
    completed_at timestamptz,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (user_id, id)
);
create unique index one_open_consultation on consultation_sessions (user_id) where completed_at is null;
call make_person_owned('consultation_sessions');

-- What was told in a section; a section without a row was not answered.
create table consultation_answers
(
    user_id      uuid        not null references users on delete cascade,
    session_id   uuid        not null,
    section      text        not null
        check (section in ('about_you', 'health', 'goals', 'training_history', 'equipment_and_schedule', 'injuries',
                           'food', 'sleep_and_stress', 'preferences')),
    -- field to answer, as its question was read
    answers      jsonb       not null check (jsonb_typeof(answers) = 'object'),
    -- the gravest sign of danger in the words of this section
    safety_level text        not null check (safety_level in ('s0', 's1', 's2', 's3')),
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (user_id, session_id, section),
    foreign key (user_id, session_id) references consultation_sessions on delete cascade
);
call make_person_owned('consultation_answers');
