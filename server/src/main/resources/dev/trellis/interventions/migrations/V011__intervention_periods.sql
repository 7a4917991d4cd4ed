-- One person's dated run of an intervention. Days are local dates, [start_date, end_date): the end is exclusive, so the
-- last day is never cut short. A period is completed once the person's own today has reached end_date.
create table intervention_periods
(
    user_id               uuid        not null references users on delete cascade,
    id                    uuid        not null default uuidv7(),
    intake_id             uuid,
    recommendation_id     uuid,
    intervention_id       int,
    intervention_name     text        not null check (length(intervention_name) between 1 and 200),
    category              text,
    selected_habits       text[]      not null check (cardinality(selected_habits) between 1 and 10),
    start_date            date        not null,
    end_date              date        not null,
    actual_end_date       date,
    completed_at          timestamptz,
    planned_duration_days int         not null check (planned_duration_days between 7 and 84),
    status                text        not null default 'active'
        check (status in ('active', 'paused', 'completed', 'abandoned')),
    auto_completed        boolean     not null default false,
    cycle_phase           text check (cycle_phase in ('menstrual', 'follicular', 'ovulation', 'luteal')),
    -- the one outcome the effect estimate is about, fixed before the start (domain file 07.5)
    outcome               text        not null default 'mood'
        check (outcome in ('mood', 'sleep_hours', 'stress', 'energy', 'pain')),
    notes                 text check (length(notes) <= 4000),
    created_at            timestamptz not null default now(),
    updated_at            timestamptz not null default now(),
    primary key (user_id, id),
    -- the intake and the recommendation may be deleted while the period stays
    foreign key (user_id, intake_id) references intakes on delete set null (intake_id),
    foreign key (user_id, recommendation_id) references recommendations on delete set null (recommendation_id),
    check (end_date >= start_date + 7),
    check ((status in ('completed', 'abandoned')) = (actual_end_date is not null)),
    check ((status in ('completed', 'abandoned')) = (completed_at is not null))
);
create unique index intervention_periods_one_open on intervention_periods (user_id, lower(intervention_name))
    where status in ('active', 'paused');
create index intervention_periods_expiring on intervention_periods (end_date, user_id, id) where status = 'active';
create index intervention_periods_history on intervention_periods (user_id, id desc);
create index intervention_periods_intake on intervention_periods (user_id, intake_id);
call make_person_owned('intervention_periods');

-- Paused days do not count; resuming moves the end by as many days. resumed_on is the first day that counts again.
create table period_pauses
(
    user_id    uuid        not null,
    period_id  uuid        not null,
    paused_on  date        not null,
    resumed_on date check (resumed_on >= paused_on),
    created_at timestamptz not null default now(),
    primary key (user_id, period_id, paused_on),
    foreign key (user_id, period_id) references intervention_periods on delete cascade
);
call make_person_owned('period_pauses');

create table daily_progress
(
    user_id    uuid        not null,
    period_id  uuid        not null,
    day        date        not null,
    -- habit id to true or false, as checked in
    habits     jsonb       not null default '{}' check (jsonb_typeof(habits) = 'object'),
    completion int         not null check (completion between 0 and 100),
    mood       int check (mood between 1 and 5),
    note       text check (length(note) <= 2000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (user_id, period_id, day),
    foreign key (user_id, period_id) references intervention_periods on delete cascade
);
create index daily_progress_mood on daily_progress (user_id, day) where mood is not null;
call make_person_owned('daily_progress');

create table completion_summaries
(
    user_id                uuid        not null,
    id                     uuid        not null default uuidv7(),
    intervention_period_id uuid        not null,
    adherence_rate         numeric(5, 2) not null check (adherence_rate between 0 and 100),
    average_mood           numeric(3, 2) check (average_mood between 1 and 5),
    mood_trend             text check (mood_trend in ('improved', 'declined', 'stable')),
    summary_json           jsonb       not null,
    created_at             timestamptz not null default now(),
    updated_at             timestamptz not null default now(),
    primary key (user_id, id),
    unique (user_id, intervention_period_id),
    foreign key (user_id, intervention_period_id) references intervention_periods on delete cascade
);
call make_person_owned('completion_summaries');

-- "Did it help?", once a period. Only helped and did_not_help are a try in the sense of domain file 08.4.
create table period_feedback
(
    user_id    uuid        not null,
    period_id  uuid        not null,
    answer     text        not null check (answer in ('helped', 'did_not_help', 'did_not_try', 'stopped_for_other_reason')),
    comment    text        not null default '' check (length(comment) <= 2000),
    created_at timestamptz not null default now(),
    primary key (user_id, period_id),
    foreign key (user_id, period_id) references intervention_periods on delete cascade
);
call make_person_owned('period_feedback');
