-- A concrete daily action a person has taken on (origin intervention), or that was observed (origin conversation).
create table user_habits
(
    user_id                uuid        not null references users on delete cascade,
    id                     uuid        not null default uuidv7(),
    origin                 text        not null check (origin in ('intervention', 'conversation')),
    name                   text        not null check (length(name) between 1 and 200),
    habit_type             text,
    habit_description      text,
    confidence             numeric(3, 2) check (confidence between 0 and 1),
    evidence               jsonb,
    status                 text        not null default 'active'
        check (status in ('active', 'paused', 'completed', 'abandoned')),
    intervention_period_id uuid,
    -- 0 is Monday; null means every day
    scheduled_days         int[] check (scheduled_days <@ array [0, 1, 2, 3, 4, 5, 6] and cardinality(scheduled_days) between 1 and 7),
    created_at             timestamptz not null default now(),
    updated_at             timestamptz not null default now(),
    primary key (user_id, id),
    foreign key (user_id, intervention_period_id) references intervention_periods on delete cascade,
    check ((origin = 'intervention') = (intervention_period_id is not null)),
    check ((origin = 'conversation') = (confidence is not null))
);
create index user_habits_of_period on user_habits (user_id, intervention_period_id);
call make_person_owned('user_habits');

-- How a day was, whatever else goes on: the baseline that an effect is measured against.
create table user_context_log
(
    user_id     uuid        not null references users on delete cascade,
    day         date        not null,
    mood        int check (mood between 1 and 5),
    sleep_hours numeric(4, 2) check (sleep_hours between 0 and 24),
    stress      int check (stress between 1 and 5),
    energy      int check (energy between 1 and 5),
    pain        int check (pain between 0 and 10),
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (user_id, day)
);
call make_person_owned('user_context_log');
