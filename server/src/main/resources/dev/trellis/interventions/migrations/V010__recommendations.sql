-- What was shown, in what order, by which policy and with which probability: without it nothing can be learned honestly.
create table recommendations
(
    user_id    uuid        not null references users on delete cascade,
    id         uuid        not null default uuidv7(),
    intake_id  uuid        not null,
    policy     text        not null,
    shown_on   date        not null,
    -- the answer as it was given, every score component included
    answer     jsonb       not null,
    created_at timestamptz not null default now(),
    primary key (user_id, id),
    foreign key (user_id, intake_id) references intakes on delete cascade
);
create index recommendations_by_time on recommendations (created_at);
create index recommendations_of_intake on recommendations (user_id, intake_id, id desc);
call make_person_owned('recommendations');

create table recommendation_items
(
    user_id           uuid   not null,
    recommendation_id uuid   not null,
    position          int    not null check (position >= 1),
    intervention_id   int    not null,
    propensity        float8 not null check (propensity > 0 and propensity <= 1),
    primary key (user_id, recommendation_id, position),
    foreign key (user_id, recommendation_id) references recommendations on delete cascade
);
create index recommendation_items_exposure on recommendation_items (intervention_id);
call make_person_owned('recommendation_items');
