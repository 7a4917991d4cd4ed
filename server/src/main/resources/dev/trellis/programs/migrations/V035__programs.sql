-- The exercises that ship with the server; loaded from their table, never written by people.
create table exercises
(
    exercise_id        text primary key check (exercise_id ~ '^[a-z][a-z0-9_]{0,59}$'),
    name               text          not null check (length(name) between 1 and 200),
    pattern            text          not null,
    mechanic           text          not null check (mechanic in ('compound', 'isolation', 'cyclic')),
    primary_muscles    text[]        not null check (cardinality(primary_muscles) > 0),
    secondary_muscles  text[]        not null,
    -- all of it is needed; empty for none
    equipment          text[]        not null,
    load_type          text          not null
        check (load_type in ('external', 'bodyweight', 'bodyweight_plus', 'assisted', 'none')),
    unilateral         boolean       not null,
    -- 1 anybody, 3 learn it first
    skill_level        int           not null check (skill_level between 1 and 3),
    impact             text          not null check (impact in ('none', 'low', 'high')),
    -- what must be able to bear it: a joint, a strain, a kind of load
    caution_tags       text[]        not null,
    substitution_group text          not null,
    -- seconds where it is held; 0 for cardio, which is counted in minutes
    rep_min            int           not null check (rep_min >= 0),
    rep_max            int           not null check (rep_max >= rep_min),
    sec_per_rep        int           not null check (sec_per_rep >= 0),
    min_increment_kg   numeric(4, 2) not null check (min_increment_kg >= 0),
    -- no longer in the table that ships: not planned any more, yet programs may name it
    retired            boolean       not null default false,
    created_at         timestamptz   not null default now(),
    updated_at         timestamptz   not null default now()
);
create trigger touch_updated_at before update on exercises for each row execute function touch_updated_at();
revoke insert, update, delete on exercises from ${app};

-- A training and meal program as it was generated. Days are local dates, [start_date, end_date).
create table programs
(
    user_id                uuid        not null references users on delete cascade,
    id                     uuid        not null default uuidv7(),
    consultation_id        uuid,
    status                 text        not null default 'active'
        check (status in ('active', 'completed', 'replaced', 'stopped')),
    start_date             date        not null,
    end_date               date        not null,
    -- the first day on which it was over, for whatever reason
    ended_on               date,
    seed                   bigint      not null,
    -- of the rules that made it, so that the same inputs can be generated again
    generator_version      int         not null,
    -- everything it was made from
    inputs                 jsonb       not null check (jsonb_typeof(inputs) = 'object'),
    -- level, volume, notes; or why there is no training
    training               jsonb       not null check (jsonb_typeof(training) = 'object'),
    -- energy, macros, notes; or why there are no targets
    nutrition              jsonb       not null check (jsonb_typeof(nutrition) = 'object'),
    -- calories and weights are not to be shown to this person
    numbers_hidden         boolean     not null default false,
    next_reassessment_date date        not null,
    created_at             timestamptz not null default now(),
    updated_at             timestamptz not null default now(),
    primary key (user_id, id),
    foreign key (user_id, consultation_id) references consultation_sessions on delete set null (consultation_id),
    check (end_date > start_date),
    check ((status = 'active') = (ended_on is null))
);
create unique index one_active_program on programs (user_id) where status = 'active';
create index idx_programs_user on programs (user_id, id desc);
create index programs_to_reassess on programs (next_reassessment_date, user_id) where status = 'active';
call make_person_owned('programs');

-- The plan: training sessions.
create table session_instances
(
    user_id     uuid        not null references users on delete cascade,
    id          uuid        not null default uuidv7(),
    program_id  uuid        not null,
    week_number int         not null check (week_number between 1 and 52),
    -- a deload
    light       boolean     not null,
    date        date        not null,
    start_time  time,
    kind        text        not null,
    -- so little is left in reserve that the same muscles need two days
    hard        boolean     not null,
    minutes     int         not null check (minutes between 1 and 600),
    -- {exercise_id, easy_minutes, hard_minutes, run_walk}; null in strength sessions
    cardio      jsonb check (jsonb_typeof(cardio) = 'object'),
    created_at  timestamptz not null default now(),
    primary key (user_id, id),
    foreign key (user_id, program_id) references programs on delete cascade
);
create index idx_session_instances_prog_day on session_instances (user_id, program_id, date);
call make_person_owned('session_instances');

create table exercise_plan_items
(
    user_id             uuid        not null references users on delete cascade,
    id                  uuid        not null default uuidv7(),
    session_instance_id uuid        not null,
    position            int         not null check (position >= 0),
    exercise_id         text        not null references exercises,
    slot                text        not null,
    sets                int         not null check (sets between 1 and 30),
    -- seconds where timed
    rep_min             int         not null check (rep_min > 0),
    rep_max             int         not null check (rep_max >= rep_min),
    timed               boolean     not null,
    in_reserve          int         not null check (in_reserve between 0 and 10),
    rest_seconds        int         not null check (rest_seconds >= 0),
    percent_low         int         not null,
    percent_high        int         not null,
    -- null where the person finds it by what is left in reserve
    load_kg             numeric(6, 2) check (load_kg >= 0),
    created_at          timestamptz not null default now(),
    primary key (user_id, id),
    unique (user_id, session_instance_id, position),
    foreign key (user_id, session_instance_id) references session_instances on delete cascade
);
create index idx_exercise_plan_items_session on exercise_plan_items (user_id, session_instance_id);
call make_person_owned('exercise_plan_items');

-- The plan: meals.
create table meal_instances
(
    user_id    uuid          not null references users on delete cascade,
    id         uuid          not null default uuidv7(),
    program_id uuid          not null,
    date       date          not null,
    start_time time,
    meal_type  text          not null check (meal_type in ('breakfast', 'lunch', 'dinner', 'snack')),
    kcal       numeric(7, 1) not null check (kcal >= 0),
    protein_g  numeric(6, 1) not null check (protein_g >= 0),
    carbs_g    numeric(6, 1) not null check (carbs_g >= 0),
    fat_g      numeric(6, 1) not null check (fat_g >= 0),
    fibre_g    numeric(6, 1) not null check (fibre_g >= 0),
    created_at timestamptz   not null default now(),
    primary key (user_id, id),
    unique (user_id, program_id, date, meal_type),
    foreign key (user_id, program_id) references programs on delete cascade
);
create index idx_meal_instances_prog_day on meal_instances (user_id, program_id, date);
call make_person_owned('meal_instances');

create table meal_item_plan
(
    user_id          uuid          not null references users on delete cascade,
    id               uuid          not null default uuidv7(),
    meal_instance_id uuid          not null,
    position         int           not null check (position >= 0),
    food_id          text          not null references foods,
    grams            int           not null check (grams > 0),
    kcal             numeric(7, 1) not null check (kcal >= 0),
    created_at       timestamptz   not null default now(),
    primary key (user_id, id),
    unique (user_id, meal_instance_id, position),
    foreign key (user_id, meal_instance_id) references meal_instances on delete cascade
);
create index idx_meal_item_plan_meal on meal_item_plan (user_id, meal_instance_id);
call make_person_owned('meal_item_plan');

-- A program is a snapshot: only where it stands may change. The plan below it never does.
revoke update on programs from ${app}, ${jobs};
grant update (status, ended_on, next_reassessment_date, updated_at) on programs to ${app}, ${jobs};
revoke update on session_instances, exercise_plan_items, meal_instances, meal_item_plan from ${app}, ${jobs};

-- What a day really holds: the plan with every change applied, ready to be shown. The hottest read of all.
create table calendar_events
(
    user_id             uuid        not null references users on delete cascade,
    id                  uuid        not null default uuidv7(),
    program_id          uuid        not null,
    session_instance_id uuid,
    meal_instance_id    uuid,
    kind                text        not null check (kind in ('session', 'meal')),
    -- as it is now; the plan keeps the day it was planned for
    date                date        not null,
    start_time          time,
    title               text        not null check (length(title) between 1 and 200),
    -- off: skipped by decision, and not waited for
    status              text        not null default 'planned' check (status in ('planned', 'off')),
    -- the session or the meal, whole, as it is now
    detail              jsonb       not null check (jsonb_typeof(detail) = 'object'),
    -- the overrides and plan changes that made it what it is, the latest last
    changes             uuid[]      not null default '{}',
    -- counts every change and every taking back: the sequence of a calendar feed
    revision            int         not null default 0,
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now(),
    primary key (user_id, id),
    unique (user_id, session_instance_id),
    unique (user_id, meal_instance_id),
    foreign key (user_id, program_id) references programs on delete cascade,
    foreign key (user_id, session_instance_id) references session_instances on delete cascade,
    foreign key (user_id, meal_instance_id) references meal_instances on delete cascade,
    check ((kind = 'session') = (session_instance_id is not null)),
    check ((kind = 'meal') = (meal_instance_id is not null))
);
create index idx_calendar_events_user_date on calendar_events (user_id, date);
create index calendar_events_of_program on calendar_events (user_id, program_id, date);
call make_person_owned('calendar_events');

-- What was done and eaten may now point at what was planned.
alter table activities
    add foreign key (user_id, planned_session_instance_id) references session_instances
        on delete set null (planned_session_instance_id);
alter table food_entries
    add foreign key (user_id, planned_meal_instance_id) references meal_instances
        on delete set null (planned_meal_instance_id);
