-- Weight and other measures over time: what trends are drawn from and controllers steer by.
create table body_measurements
(
    user_id          uuid        not null references users on delete cascade,
    id               uuid        not null default uuidv7(),
    measured_at      timestamptz not null,
    -- the person's own day of that moment, never shifted afterwards
    day              date        not null,
    weight_kg        numeric(4, 1) check (weight_kg between 20 and 400),
    body_fat_percent numeric(3, 1) check (body_fat_percent between 2 and 70),
    body_fat_method  text
        check (body_fat_method in ('dxa', 'air_displacement', 'hydrostatic', 'skinfold_by_trained_person', 'smart_scale',
                                   'photo', 'guess')),
    waist_cm         numeric(4, 1) check (waist_cm between 20 and 300),
    hip_cm           numeric(4, 1) check (hip_cm between 20 and 300),
    chest_cm         numeric(4, 1) check (chest_cm between 20 and 300),
    thigh_cm         numeric(4, 1) check (thigh_cm between 10 and 200),
    upper_arm_cm     numeric(4, 1) check (upper_arm_cm between 5 and 150),
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    primary key (user_id, id),
    check (num_nonnulls(weight_kg, body_fat_percent, waist_cm, hip_cm, chest_cm, thigh_cm, upper_arm_cm) > 0),
    check ((body_fat_percent is null) = (body_fat_method is null))
);
create index body_measurements_by_moment on body_measurements (user_id, measured_at desc, id desc);
call make_person_owned('body_measurements');
