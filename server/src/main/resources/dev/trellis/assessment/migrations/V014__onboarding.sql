-- What somebody tells in their first minutes here, kept until they finish or pass: no row, and they have not begun.
create table user_onboarding
(
    user_id      uuid primary key references users on delete cascade,
    state        text        not null
        check (state in ('welcome', 'collect_you', 'collect_goals', 'collect_focus', 'collect_days', 'collect_now',
                         'collect_safety', 'collect_age', 'collect_movement', 'collect_food', 'collect_cycle', 'review',
                         'complete', 'skipped')),
    path         text        not null default 'standard' check (path in ('quick', 'standard', 'detailed')),
    -- step to {answers: {field: value}, safety_level}; a step that is absent was not answered
    data         jsonb       not null default '{}' check (jsonb_typeof(data) = 'object'),
    -- what became of the wish they told, if they told one
    intake_id    uuid,
    started_at   timestamptz not null default now(),
    skipped_at   timestamptz,
    completed_at timestamptz,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    foreign key (user_id, intake_id) references intakes (user_id, id),
    check ((state = 'complete') = (completed_at is not null)),
    check ((state = 'skipped') = (skipped_at is not null)),
    check (intake_id is null or state = 'complete')
);
call make_person_owned('user_onboarding');
