-- A case: a student who may need support, given to a trainer and followed to an outcome. The columns, the four foreign
-- keys and the six indexes are the seed's; the unique index and the composite key after them hold two rules besides.
create table student_interventions
(
    id                  uuid        not null default gen_random_uuid(),
    student_id          uuid        not null,
    enrollment_id       uuid        not null,
    course_id           uuid        not null,
    risk_level          text        not null check (risk_level in ('low', 'moderate', 'high', 'critical')),
    risk_reasons        text[]      not null,
    intervention_type   text check (intervention_type in
        ('nudge_message', 'trainer_message', 'phone_call', 'one_to_one_meeting', 'study_plan', 'extension_or_catch_up',
         'tutoring_referral', 'peer_group', 'technical_access_help', 'load_reduction_advice', 'wellbeing_referral', 'other')),
    assigned_trainer_id uuid,
    assigned_at         timestamptz,
    status              text        not null default 'pending'
        check (status in ('pending', 'in_progress', 'resolved', 'dismissed')),
    notes               text check (length(notes) <= 20000),
    trainer_notes       text check (length(trainer_notes) <= 10000),
    resolution_notes    text check (length(resolution_notes) <= 4000),
    outcome             text check (outcome in
        ('re_engaged', 'improved', 'no_change', 'worsened', 'withdrew', 'completed_course', 'not_reached')),
    created_at          timestamptz default now(),
    updated_at          timestamptz default now(),
    resolved_at         timestamptz,
    deleted_at          timestamptz,
    constraint student_interventions_pkey primary key (id),
    constraint student_interventions_assigned_trainer_id_fkey
        foreign key (assigned_trainer_id) references user_profiles (id) on delete set null,
    constraint student_interventions_course_id_fkey
        foreign key (course_id) references courses (id) on delete cascade,
    constraint student_interventions_enrollment_id_fkey
        foreign key (enrollment_id) references student_enrollments (id) on delete cascade,
    constraint student_interventions_student_id_fkey
        foreign key (student_id) references user_profiles (id) on delete cascade,
    -- an enrollment of this very student in this very course
    constraint student_interventions_own_enrollment
        foreign key (student_id, course_id, enrollment_id)
            references student_enrollments (user_id, course_id, id) on delete cascade,
    check ((status in ('resolved', 'dismissed')) = (resolved_at is not null))
);
create index idx_student_interventions_student on student_interventions (student_id) where deleted_at is null;
create index idx_student_interventions_enrollment on student_interventions (enrollment_id) where deleted_at is null;
create index idx_student_interventions_trainer on student_interventions (assigned_trainer_id)
    where deleted_at is null and status = any (array ['pending'::text, 'in_progress'::text]);
create index idx_student_interventions_status on student_interventions (status) where deleted_at is null;
create index idx_student_interventions_created on student_interventions (created_at desc) where deleted_at is null;
-- However many open one at once, a student has one open case a course.
create unique index student_interventions_one_open on student_interventions (student_id, course_id)
    where deleted_at is null and status in ('pending', 'in_progress');

alter table student_interventions enable row level security;
alter table student_interventions force row level security;
create policy own on student_interventions for select to ${app} using (student_id = app_user());
create policy trainers on student_interventions to ${app}
    using (app_role() = 'trainer' and (student_id, course_id) in (select t.user_id, t.course_id from taught_students() t))
    with check (app_role() = 'trainer' and (student_id, course_id) in (select t.user_id, t.course_id from taught_students() t));
create policy leads on student_interventions to ${app}
    using (course_id in (select led_courses())) with check (course_id in (select led_courses()));
create policy jobs on student_interventions to ${jobs} using (true) with check (true);
create trigger touch_updated_at before update on student_interventions for each row execute function touch_updated_at();

-- What a case needs beside the seed's columns: when it is due, when contact was made, and from what state it is judged.
create table case_follow_ups
(
    user_id          uuid        not null references users on delete cascade,
    case_id          uuid        not null references student_interventions on delete cascade,
    course_id        uuid        not null,
    -- by when somebody should have begun; a day of the course
    due_on           date        not null,
    escalated_at     timestamptz,
    dismissal_reason text check (dismissal_reason in ('false_positive', 'already_handled', 'student_declined', 'left_course')),
    first_contact_on date,
    level_at_contact text check (level_at_contact in ('low', 'moderate', 'high', 'critical')),
    outcome_set_at   timestamptz,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    primary key (user_id, case_id)
);
create index case_follow_ups_contacted on case_follow_ups (first_contact_on) where outcome_set_at is null;
create index case_follow_ups_due on case_follow_ups (due_on) where escalated_at is null;
call make_person_owned('case_follow_ups');
create policy trainers on case_follow_ups to ${app}
    using ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t))
    with check ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t));
create policy leads on case_follow_ups to ${app}
    using (course_id in (select led_courses())) with check (course_id in (select led_courses()));

-- What was tried, and whether it reached the student.
create table case_contacts
(
    user_id           uuid        not null references users on delete cascade,
    id                uuid        not null default uuidv7(),
    case_id           uuid        not null references student_interventions on delete cascade,
    course_id         uuid        not null,
    intervention_type text        not null,
    reached           boolean     not null,
    day               date        not null,
    made_by           uuid references users on delete set null,
    created_at        timestamptz not null default now(),
    primary key (user_id, id)
);
create index case_contacts_of_case on case_contacts (case_id, day);
call make_person_owned('case_contacts');
create policy trainers on case_contacts to ${app}
    using ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t))
    with check ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t));
create policy leads on case_contacts to ${app}
    using (course_id in (select led_courses())) with check (course_id in (select led_courses()));

-- The history of every case, written by the database itself: no change can leave it out.
create table case_changes
(
    user_id    uuid        not null references users on delete cascade,
    id         uuid        not null default uuidv7(),
    case_id    uuid        not null references student_interventions on delete cascade,
    course_id  uuid        not null,
    actor      text        not null default coalesce(app_user()::text, 'job'),
    -- column to its new value
    changed    jsonb       not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (user_id, id)
);
create index case_changes_of_case on case_changes (case_id, id);
call make_person_owned('case_changes');
create policy trainers on case_changes for select to ${app}
    using ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t));
create policy leads on case_changes for select to ${app} using (course_id in (select led_courses()));
create policy writers on case_changes for insert to ${app}
    with check (app_role() = 'trainer' and actor = app_user()::text
                and ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t)
                     or course_id in (select led_courses())));

-- When a trainer erases their account, the foreign key takes them off their cases, and it acts as the tables' owner.
create policy foreign_keys on case_changes for insert to current_user with check (true);

create function note_new_cases() returns trigger
    language plpgsql as
$$
begin
    insert into case_changes (user_id, case_id, course_id, changed)
    select student_id, id, course_id, jsonb_strip_nulls(to_jsonb(n) - '{id,student_id,course_id,enrollment_id,updated_at}'::text[])
      from new_rows n;
    return null;
end
$$;
create trigger note_new_cases after insert on student_interventions
    referencing new table as new_rows for each statement execute function note_new_cases();

create function note_changed_cases() returns trigger
    language plpgsql as
$$
begin
    insert into case_changes (user_id, case_id, course_id, changed)
    select n.student_id, n.id, n.course_id, difference.changed
      from new_rows n
      join old_rows o on o.id = n.id
     cross join lateral (
           select jsonb_object_agg(key, value) as changed
             from jsonb_each(to_jsonb(n)) as now_is (key, value)
            where key <> 'updated_at' and value is distinct from to_jsonb(o) -> key) as difference
     where difference.changed is not null;
    return null;
end
$$;
create trigger note_changed_cases after update on student_interventions
    referencing old table as old_rows new table as new_rows for each statement execute function note_changed_cases();

-- What happens in a case happens to the student, so the trainer's transaction writes it into the student's log.
create policy trainers on events for insert to ${app}
    with check (app_role() = 'trainer' and type like 'student.%'
                and (user_id in (select t.user_id from taught_students() t)
                     or user_id in (select e.user_id from student_enrollments e where e.course_id in (select led_courses()))));
create policy trainers on event_deliveries for insert to ${app}
    with check (app_role() = 'trainer'
                and (user_id in (select t.user_id from taught_students() t)
                     or user_id in (select e.user_id from student_enrollments e where e.course_id in (select led_courses()))));
