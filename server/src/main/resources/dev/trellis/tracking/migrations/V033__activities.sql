-- What people did. Of a file only these sums are kept: where somebody ran is nobody's business, the server's included.
create table activities
(
    user_id                     uuid        not null references users on delete cascade,
    id                          uuid        not null default uuidv7(),
    type                        text        not null
        check (type in ('run', 'treadmill_run', 'walk', 'hike', 'cycle', 'indoor_cycle', 'swim', 'row', 'elliptical',
                        'stair', 'strength', 'hiit', 'yoga', 'pilates', 'stretch', 'other')),
    started_at                  timestamptz not null,
    -- the person's own day of that moment, never shifted afterwards
    day                         date        not null,
    duration_s                  int         not null check (duration_s between 1 and 604800),
    distance_m                  numeric(8, 1) check (distance_m between 0 and 2000000),
    elevation_gain_m            numeric(6, 1) check (elevation_gain_m between 0 and 50000),
    -- session effort, 0 (none) to 10 (all there is)
    rpe                         int check (rpe between 0 and 10),
    average_heart_rate          int check (average_heart_rate between 25 and 250),
    max_heart_rate              int check (max_heart_rate between 25 and 250),
    energy_kcal                 int check (energy_kcal between 0 and 50000),
    -- [{exercise_id, sets: [{reps, seconds, load_kg, rir}]}]
    exercises                   jsonb check (jsonb_array_length(exercises) between 1 and 50),
    notes                       text check (length(notes) between 1 and 2000),
    source                      text        not null check (source in ('manual', 'gpx', 'tcx')),
    -- SHA-256 of the file, so that the same one sent twice is one activity
    file_digest                 bytea,
    -- filled in by matching (domain file 04); the foreign key comes with the table it names
    planned_session_instance_id uuid,
    similarity_score            numeric(5, 4) check (similarity_score between 0 and 1),
    created_at                  timestamptz not null default now(),
    updated_at                  timestamptz not null default now(),
    primary key (user_id, id),
    constraint one_activity_a_file unique (user_id, file_digest),
    check ((source = 'manual') = (file_digest is null))
);
create index activities_by_moment on activities (user_id, started_at desc, id desc);
create index activities_by_day on activities (user_id, day);
create index activities_of_planned_session on activities (user_id, planned_session_instance_id)
    where planned_session_instance_id is not null;
call make_person_owned('activities');
