-- One number space for curated and submitted interventions, so that intervention_id can name either:
-- curated ones are below 100000, submitted ones start there.
create sequence user_intervention_reference start 100000;

-- The curated catalogue; loaded from the table that ships with the server, never written by people.
create table interventions_base
(
    intervention_id        int primary key check (intervention_id between 1 and 99999),
    slug                   text        not null unique,
    name                   text        not null,
    category               text        not null,
    description            text        not null,
    profile_match          text        not null,
    duration_days          int         not null check (duration_days between 7 and 84),
    contraindication_tags  text[]      not null,
    contraindications      text        not null,
    evidence_grade         text        not null check (evidence_grade in ('A', 'B', 'C', 'D')),
    expected_effect        text        not null,
    source                 text        not null,
    source_status          text        not null,
    helpful_count          bigint      not null default 0,
    total_tries            bigint      not null default 0,
    started_count          bigint      not null default 0,
    answered_count         bigint      not null default 0,
    -- feedback weighted by how likely the item was to be shown (domain file 08.5); what ranking learns from
    weighted_helpful       numeric     not null default 0,
    weighted_tries         numeric     not null default 0,
    created_at             timestamptz not null default now(),
    updated_at             timestamptz not null default now()
);
create trigger touch_updated_at before update on interventions_base for each row execute function touch_updated_at();
revoke insert, update, delete on interventions_base from ${app};

create table user_interventions
(
    user_id               uuid        not null references users on delete cascade,
    id                    uuid        not null default uuidv7(),
    reference_id          int         not null unique default nextval('user_intervention_reference'),
    name                  text        not null check (length(name) between 1 and 120),
    description           text        not null check (length(description) between 1 and 2000),
    profile_match         text        not null default '' check (length(profile_match) <= 1000),
    scientific_source     text        not null default '' check (length(scientific_source) <= 1000),
    category              text        not null,
    duration_days         int         not null check (duration_days between 7 and 84),
    contraindication_tags text[]      not null default '{}',
    contraindications     text        not null default '' check (length(contraindications) <= 1000),
    evidence_grade        text        not null default 'D' check (evidence_grade in ('A', 'B', 'C', 'D')),
    graded_by_editor      boolean     not null default false,
    status                text        not null default 'pending'
        check (status in ('pending', 'reviewed', 'approved', 'rejected')),
    review_note           text        not null default '' check (length(review_note) <= 2000),
    reviewed_by           uuid references users on delete set null,
    reviewed_at           timestamptz,
    helpful_count         bigint      not null default 0,
    total_tries           bigint      not null default 0,
    started_count         bigint      not null default 0,
    answered_count        bigint      not null default 0,
    weighted_helpful      numeric     not null default 0,
    weighted_tries        numeric     not null default 0,
    created_at            timestamptz not null default now(),
    updated_at            timestamptz not null default now(),
    primary key (user_id, id)
);
create index user_interventions_queue on user_interventions (id) where status = 'pending';
call make_person_owned('user_interventions');
create policy readers on user_interventions for select to ${app} using (status = 'approved');
create policy reviewers on user_interventions to ${app} using (app_role() = 'reviewer') with check (app_role() = 'reviewer');

-- Habits of either kind; a curated intervention's belong to nobody.
create table intervention_habits
(
    intervention_id int         not null,
    position        int         not null check (position >= 1),
    user_id         uuid references users on delete cascade,
    name            text        not null check (length(name) between 1 and 200),
    -- null means every day
    times_per_week  int check (times_per_week between 1 and 6),
    created_at      timestamptz not null default now(),
    primary key (intervention_id, position),
    check ((user_id is null) = (intervention_id < 100000))
);
create index intervention_habits_owner on intervention_habits (user_id) where user_id is not null;
call make_person_owned('intervention_habits');
create policy readers on intervention_habits for select to ${app}
    using (user_id is null or exists (select from user_interventions i where i.reference_id = intervention_id));
