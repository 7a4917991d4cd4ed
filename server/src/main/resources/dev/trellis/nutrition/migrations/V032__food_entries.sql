-- What people ate. Nutrients are kept as they were computed that day, so that a corrected food table rewrites no history.
create table food_entries
(
    user_id                  uuid        not null references users on delete cascade,
    id                       uuid        not null default uuidv7(),
    timestamp                timestamptz not null,
    -- the person's own day of that moment, never shifted afterwards
    day                      date        not null,
    meal_type                text check (meal_type in ('breakfast', 'lunch', 'dinner', 'snack')),
    -- [{food_id, name, grams, quantity, calories, protein, carbs, fat, fibre}]
    foods                    jsonb       not null check (jsonb_array_length(foods) between 1 and 50),
    total_calories           int         not null check (total_calories >= 0),
    -- {protein, carbs, fat, fibre, fibre_complete}, in g
    total_macros             jsonb       not null check (jsonb_typeof(total_macros) = 'object'),
    notes                    text check (length(notes) between 1 and 2000),
    photo_path               text check (length(photo_path) <= 500),
    -- filled in by matching (domain file 04); the foreign key comes with the table it names
    planned_meal_instance_id uuid,
    similarity_score         numeric(5, 4) check (similarity_score between 0 and 1),
    adherence_json           jsonb check (jsonb_typeof(adherence_json) = 'object'),
    created_at               timestamptz not null default now(),
    updated_at               timestamptz not null default now(),
    primary key (user_id, id)
);
create index food_entries_by_moment on food_entries (user_id, timestamp desc, id desc);
create index food_entries_by_day on food_entries (user_id, day);
create index food_entries_of_planned_meal on food_entries (user_id, planned_meal_instance_id)
    where planned_meal_instance_id is not null;
call make_person_owned('food_entries');

-- The same thing under the name it has beside planned meals.
create view meals with (security_invoker = true) as
select user_id, id, timestamp, day, meal_type, foods, total_calories, total_macros, notes, photo_path,
       planned_meal_instance_id, similarity_score, adherence_json, created_at, updated_at
  from food_entries;

-- Each correction of an entry: what it was, what it is, and why.
create table food_entry_audit
(
    user_id           uuid        not null references users on delete cascade,
    id                uuid        not null default uuidv7(),
    entry_id          uuid        not null,
    original_data     jsonb       not null check (jsonb_typeof(original_data) = 'object'),
    corrected_data    jsonb       not null check (jsonb_typeof(corrected_data) = 'object'),
    correction_reason text check (length(correction_reason) between 1 and 500),
    corrected_at      timestamptz not null,
    primary key (user_id, id),
    foreign key (user_id, entry_id) references food_entries on delete cascade
);
create index food_entry_audit_of_entry on food_entry_audit (user_id, entry_id, id desc);
call make_person_owned('food_entry_audit');
