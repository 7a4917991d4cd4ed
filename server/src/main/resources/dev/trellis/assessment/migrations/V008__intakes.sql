-- What a person wants to change: the input of a recommendation, and what its learning is later held against.
create table intakes
(
    user_id             uuid        not null references users on delete cascade,
    id                  uuid        not null default uuidv7(),
    goal                text        not null check (length(goal) between 1 and 500),
    text                text        not null default '' check (length(text) <= 4000),
    categories          text[]      not null default '{}',
    blocked_categories  text[]      not null default '{}',
    sleep_quality       int check (sleep_quality between 1 and 5),
    stress              int check (stress between 1 and 5),
    cycle_phase         text check (cycle_phase in ('menstrual', 'follicular', 'ovulation', 'luteal')),
    max_duration_days   int check (max_duration_days between 7 and 84),
    max_minutes_per_day int check (max_minutes_per_day between 1 and 240),
    wants_repeats       boolean     not null default false,
    safety_level        text        not null check (safety_level in ('s0', 's1', 's2', 's3')),
    created_at          timestamptz not null default now(),
    primary key (user_id, id)
);
call make_person_owned('intakes');
