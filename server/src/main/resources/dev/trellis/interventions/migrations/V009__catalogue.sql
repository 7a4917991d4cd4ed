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
    -- no longer in the table that ships: not offered any more, yet its number and its counts stay
    retired                boolean     not null default false,
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
    check (graded_by_editor or evidence_grade = 'D'),
    status                text        not null default 'pending'
        check (status in ('pending', 'reviewed', 'approved', 'rejected')),
    -- counts the author's versions: a review names the one it read
    revision              int         not null default 1,
    moderation_flags      text[]      not null default '{}',
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
-- A review happens to the author, so the reviewer's transaction writes the event into the author's log.
create policy reviewers on events for insert to ${app}
    with check (app_role() = 'reviewer' and type = 'intervention.reviewed');
create policy reviewers on event_deliveries for insert to ${app} with check (app_role() = 'reviewer');

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
-- Start-up loads the curated ones as the owner of the tables, whom forced row-level security binds too.
create policy shipped on intervention_habits to current_user using (user_id is null) with check (user_id is null);

-- What can be looked up and taken on, of either kind, under the caller's own policies.
create view catalogue with (security_invoker = true) as
select b.intervention_id, b.slug, b.name, b.category, b.description, b.profile_match, b.duration_days,
       array_remove(b.contraindication_tags, 'none') as contraindication_tags, b.contraindications,
       b.evidence_grade, b.expected_effect, b.source, false as from_member,
       b.helpful_count, b.total_tries, b.started_count, b.answered_count, b.weighted_helpful, b.weighted_tries,
       h.habits
  from interventions_base b
  left join lateral (select json_agg(json_build_object('name', h.name, 'times_per_week', h.times_per_week)
                                     order by h.position) as habits
                       from intervention_habits h
                      where h.intervention_id = b.intervention_id) h on true
 where not b.retired
 union all
select u.reference_id, 'member-' || u.reference_id, u.name, u.category, u.description, u.profile_match, u.duration_days,
       u.contraindication_tags, u.contraindications,
       u.evidence_grade, '', u.scientific_source, not u.graded_by_editor,
       u.helpful_count, u.total_tries, u.started_count, u.answered_count, u.weighted_helpful, u.weighted_tries,
       h.habits
  from user_interventions u
  left join lateral (select json_agg(json_build_object('name', h.name, 'times_per_week', h.times_per_week)
                                     order by h.position) as habits
                       from intervention_habits h
                      where h.intervention_id = u.reference_id) h on true
 where u.status = 'approved';

-- Vectors that a remote model made of catalogue texts, so that a restart does not pay for them again. Never of what a
-- person wrote.
create table catalogue_embeddings
(
    model      text        not null,
    -- SHA-256, hexadecimal
    text_hash  text        not null,
    vector     float4[]    not null,
    created_at timestamptz not null default now(),
    primary key (model, text_hash)
);
