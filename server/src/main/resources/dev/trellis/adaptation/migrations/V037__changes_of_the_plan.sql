-- What a person lets the server do unasked.
create table adaptation_settings
(
    user_id              uuid        not null references users on delete cascade primary key,
    -- an easier or safer day may be given without asking
    auto_adjust          boolean     not null default false,
    -- carbohydrate may go down a little on days whose session was halved
    fewer_carbs_on_cuts  boolean     not null default false,
    -- a reassessment may raise calories without asking; lowering them always asks
    auto_raise_calories  boolean     not null default false,
    -- the person's own hour for the morning's look at the day
    morning_at           time        not null default '06:00',
    created_at           timestamptz not null default now(),
    updated_at           timestamptz not null default now()
);
call make_person_owned('adaptation_settings');

-- One day made different (domain file 05); for that day only, the program stays as it is.
create table day_overrides
(
    user_id            uuid          not null references users on delete cascade,
    id                 uuid          not null default uuidv7(),
    program_id         uuid          not null,
    date               date          not null,
    override_type      text          not null check (override_type in ('nutrition', 'training', 'both')),
    status             text          not null
        check (status in ('pending', 'approved', 'rejected', 'auto_applied', 'undone')),
    -- how far the day's readiness can be trusted, 0 to 1
    confidence         numeric(4, 3) not null check (confidence between 0 and 1),
    -- {before, after} and what else belongs to it; null where that half is left alone
    nutrition_override jsonb check (jsonb_typeof(nutrition_override) = 'object'),
    training_override  jsonb check (jsonb_typeof(training_override) = 'object'),
    -- the rules that spoke, in their order
    rules              text[]        not null,
    -- what it was decided from: context, readiness, band, baselines
    inputs             jsonb         not null check (jsonb_typeof(inputs) = 'object'),
    explanation        text          not null check (length(explanation) between 1 and 2000),
    -- a safety hold: applied at once, and undone only once the symptoms are gone
    hold               boolean       not null default false,
    user_overridden    boolean       not null default false,
    -- why it was rejected when nobody rejected it: expired, superseded
    reason             text check (reason in ('expired', 'superseded')),
    applied_at         timestamptz,
    -- after which it is no longer waited for
    expires_at         timestamptz   not null,
    decided_at         timestamptz,
    created_at         timestamptz   not null default now(),
    updated_at         timestamptz   not null default now(),
    primary key (user_id, id),
    foreign key (user_id, program_id) references programs on delete cascade,
    check ((override_type in ('nutrition', 'both')) = (nutrition_override is not null)),
    check ((override_type in ('training', 'both')) = (training_override is not null)),
    check ((status in ('approved', 'auto_applied', 'undone')) = (applied_at is not null)),
    check (reason is null or status = 'rejected')
);
create unique index one_open_override on day_overrides (user_id, date, override_type)
    where status in ('pending', 'approved', 'auto_applied');
create index idx_day_overrides_user_date on day_overrides (user_id, date);
create index idx_day_overrides_program on day_overrides (user_id, program_id);
create index idx_day_overrides_status on day_overrides (user_id, status);
create index day_overrides_to_expire on day_overrides (expires_at) where status = 'pending';
call make_person_owned('day_overrides');

-- Who or what changed the rest of the plan, from what to what, and why. Nothing here is ever deleted or rewritten.
create table plan_change_events
(
    user_id        uuid        not null references users on delete cascade,
    id             uuid        not null default uuidv7(),
    program_id     uuid        not null,
    kind           text        not null
        check (kind in ('move', 'swap', 'skip', 'scale', 'replace_food', 'replan_week', 'calories', 'volume', 'deload',
                        'diet_break', 'no_change')),
    source         text        not null check (source in ('person', 'professional', 'reassessment', 'daily')),
    -- who did it by hand
    actor_id       uuid,
    status         text        not null
        check (status in ('pending', 'applied', 'rejected', 'undone', 'noted')),
    -- the first day it is about
    effective_from date        not null,
    -- in the person's own words
    reason         text check (length(reason) between 1 and 500),
    -- the sentence that was shown
    sentence       text        not null check (length(sentence) between 1 and 2000),
    before         jsonb       not null check (jsonb_typeof(before) = 'object'),
    after          jsonb       not null check (jsonb_typeof(after) = 'object'),
    -- every term of a controller
    terms          jsonb       not null default '{}' check (jsonb_typeof(terms) = 'object'),
    applied_at     timestamptz,
    decided_at     timestamptz,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    primary key (user_id, id),
    foreign key (user_id, program_id) references programs on delete cascade,
    check ((status in ('applied', 'undone')) = (applied_at is not null))
);
create index idx_plan_change_events_user_time on plan_change_events (user_id, id desc);
create index plan_change_events_pending on plan_change_events (user_id, program_id) where status = 'pending';
call make_person_owned('plan_change_events');

-- The memory of a controller after each review, so that every one can be replayed (domain file 06).
create table controller_states
(
    user_id     uuid        not null references users on delete cascade,
    id          uuid        not null default uuidv7(),
    program_id  uuid        not null,
    loop        text        not null check (loop in ('calories', 'volume')),
    reviewed_on date        not null,
    state       jsonb       not null check (jsonb_typeof(state) = 'object'),
    -- what was measured, and which gate held it back
    inputs      jsonb       not null check (jsonb_typeof(inputs) = 'object'),
    created_at  timestamptz not null default now(),
    primary key (user_id, id),
    unique (user_id, program_id, loop, reviewed_on),
    foreign key (user_id, program_id) references programs on delete cascade
);
call make_person_owned('controller_states');
