-- Which actual a person gave to which planned by hand, or that it belongs to none; matching never changes it.
create table hand_links
(
    user_id             uuid        not null references users on delete cascade,
    id                  uuid        not null default uuidv7(),
    session_instance_id uuid,
    activity_id         uuid,
    meal_instance_id    uuid,
    food_entry_id       uuid,
    created_at          timestamptz not null default now(),
    primary key (user_id, id),
    unique (user_id, session_instance_id),
    unique (user_id, activity_id),
    unique (user_id, meal_instance_id),
    unique (user_id, food_entry_id),
    foreign key (user_id, session_instance_id) references session_instances on delete cascade,
    foreign key (user_id, activity_id) references activities on delete cascade,
    foreign key (user_id, meal_instance_id) references meal_instances on delete cascade,
    foreign key (user_id, food_entry_id) references food_entries on delete cascade,
    check ((activity_id is not null and food_entry_id is null and meal_instance_id is null)
        or (food_entry_id is not null and activity_id is null and session_instance_id is null))
);
call make_person_owned('hand_links');

-- What became of each planned session and meal, as far as it is known (domain file 04.5).
create table adherence_records
(
    user_id             uuid        not null references users on delete cascade,
    id                  uuid        not null default uuidv7(),
    program_id          uuid        not null,
    session_instance_id uuid,
    meal_instance_id    uuid,
    -- the day it was planned for, as the calendar had it when it was assessed
    date                date        not null,
    status              text        not null check (status in ('completed', 'partial', 'similar', 'skipped', 'unknown')),
    -- said by the person, which beats what was computed
    marked              boolean     not null default false,
    -- the share of the planned amount; null when unknown
    dose                numeric(6, 4) check (dose >= 0),
    -- 0 to 1 for the period's adherence; null where the status is unknown
    credit              numeric(5, 4) check (credit between 0 and 1),
    similarity_score    numeric(5, 4) check (similarity_score between 0 and 1),
    overshoot           boolean     not null default false,
    -- how many days later it was done, negative for earlier
    moved_days          int         not null default 0,
    activity_id         uuid,
    food_entry_id       uuid,
    -- every component of the similarity
    components          jsonb       not null default '{}' check (jsonb_typeof(components) = 'object'),
    assessed_at         timestamptz not null,
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now(),
    primary key (user_id, id),
    unique (user_id, session_instance_id),
    unique (user_id, meal_instance_id),
    foreign key (user_id, program_id) references programs on delete cascade,
    foreign key (user_id, session_instance_id) references session_instances on delete cascade,
    foreign key (user_id, meal_instance_id) references meal_instances on delete cascade,
    foreign key (user_id, activity_id) references activities on delete set null (activity_id),
    foreign key (user_id, food_entry_id) references food_entries on delete set null (food_entry_id),
    check ((session_instance_id is null) <> (meal_instance_id is null)),
    check ((status = 'unknown') = (credit is null))
);
create index idx_adherence_user_time on adherence_records (user_id, assessed_at desc);
create index adherence_records_by_day on adherence_records (user_id, date);
call make_person_owned('adherence_records');
