-- What students did and what was noted of them: all that risk is computed from. The day is the course's local date.
create table learning_events
(
    user_id     uuid        not null,
    id          uuid        not null default uuidv7(),
    course_id   uuid        not null,
    item_id     uuid,
    kind        text        not null check (kind in
        ('login', 'view', 'submission', 'feedback_view', 'feedback_reply', 'resubmission', 'interaction', 'other',
         'attendance', 'grade')),
    day         date        not null,
    occurred_at timestamptz not null,
    -- a grade of 100, or 1 for there and 0 for not there
    value       numeric(7, 3) check (kind = 'grade' and value between 0 and 100 or kind = 'attendance' and value in (0, 1)
                                     or kind not in ('grade', 'attendance') and value is null),
    weight      numeric(8, 3) check (weight > 0),
    excused     boolean     not null default false,
    -- whom an interaction was with, as the other system calls them
    partner     text check (length(partner) <= 255),
    source      text        not null check (length(source) between 1 and 100),
    source_id   text        not null check (length(source_id) between 1 and 255),
    -- when it came in: what was not known on a day does not change what was said on it
    received_at timestamptz not null,
    primary key (user_id, id),
    -- sending it again changes nothing
    unique (user_id, source, source_id),
    check ((kind in ('grade', 'attendance')) = (value is not null)),
    foreign key (user_id, course_id) references student_enrollments (user_id, course_id) on delete cascade,
    foreign key (user_id) references users on delete cascade,
    foreign key (course_id, item_id) references course_items on delete set null (item_id)
);
create index learning_events_of_course on learning_events (course_id, user_id, day)
    include (kind, item_id, value, weight, excused, received_at);
call make_person_owned('learning_events');
create policy trainers on learning_events for select to ${app}
    using ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t));
create policy leads on learning_events for select to ${app} using (course_id in (select led_courses()));
create policy registrars on learning_events to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');

-- Days on which a student was excused, both included.
create table excused_absences
(
    user_id    uuid        not null,
    course_id  uuid        not null,
    from_day   date        not null,
    until_day  date        not null,
    created_at timestamptz not null default now(),
    primary key (user_id, course_id, from_day),
    foreign key (user_id, course_id) references student_enrollments (user_id, course_id) on delete cascade,
    foreign key (user_id) references users on delete cascade,
    check (until_day between from_day and from_day + 365)
);
call make_person_owned('excused_absences');
create policy trainers on excused_absences for select to ${app}
    using ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t));
create policy leads on excused_absences for select to ${app} using (course_id in (select led_courses()));
create policy registrars on excused_absences to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');

-- A trainer is worried, whatever the numbers say.
create table trainer_concerns
(
    user_id    uuid        not null,
    id         uuid        not null default uuidv7(),
    course_id  uuid        not null,
    raised_by  uuid references users on delete set null,
    day        date        not null,
    reason     text        not null check (length(reason) between 1 and 1000),
    created_at timestamptz not null default now(),
    primary key (user_id, id),
    foreign key (user_id, course_id) references student_enrollments (user_id, course_id) on delete cascade,
    foreign key (user_id) references users on delete cascade
);
create index trainer_concerns_of_course on trainer_concerns (course_id, user_id, day);
call make_person_owned('trainer_concerns');
create policy trainers on trainer_concerns to ${app}
    using ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t))
    with check (raised_by = app_user() and (user_id, course_id) in (select t.user_id, t.course_id from taught_students() t));
create policy leads on trainer_concerns to ${app}
    using (course_id in (select led_courses()))
    with check (raised_by = app_user() and course_id in (select led_courses()));

-- What a student decided about being scored. No row: as the institution does it, that is, scored.
create table student_choices
(
    user_id           uuid primary key references users on delete cascade,
    automated_scoring boolean     not null,
    updated_at        timestamptz not null default now()
);
call make_person_owned('student_choices');
create policy trainers on student_choices for select to ${app}
    using (user_id in (select t.user_id from taught_students() t)
           or user_id in (select e.user_id from student_enrollments e where e.course_id in (select led_courses())));

-- What a student has to say about their level or their data.
create table student_comments
(
    user_id    uuid        not null,
    id         uuid        not null default uuidv7(),
    course_id  uuid        not null,
    text       text        not null check (length(text) between 1 and 2000),
    created_at timestamptz not null default now(),
    primary key (user_id, id),
    foreign key (user_id, course_id) references student_enrollments (user_id, course_id) on delete cascade,
    foreign key (user_id) references users on delete cascade
);
call make_person_owned('student_comments');
create policy trainers on student_comments for select to ${app}
    using ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t));
create policy leads on student_comments for select to ${app} using (course_id in (select led_courses()));

-- One evaluation of one enrollment at the end of one day; without a level there is no row.
create table risk_assessments
(
    user_id       uuid        not null,
    id            uuid        not null default uuidv7(),
    enrollment_id uuid        not null,
    course_id     uuid        not null,
    assessed_on   date        not null,
    -- what was known by then
    known_until   timestamptz not null,
    rule_set      text        not null,
    points        int         not null check (points >= 0),
    -- what the rules found, and what people see after hysteresis
    found_level   text        not null check (found_level in ('low', 'moderate', 'high', 'critical')),
    level         text        not null check (level in ('low', 'moderate', 'high', 'critical')),
    lower_level   text check (lower_level in ('low', 'moderate', 'high')),
    reasons       text[]      not null,
    indicators    jsonb       not null,
    created_at    timestamptz not null default now(),
    primary key (user_id, id),
    unique (user_id, enrollment_id, assessed_on),
    foreign key (user_id, course_id, enrollment_id)
        references student_enrollments (user_id, course_id, id) on delete cascade,
    foreign key (user_id) references users on delete cascade
);
create index risk_assessments_of_course on risk_assessments (course_id, assessed_on desc);
call make_person_owned('risk_assessments');
create policy trainers on risk_assessments for select to ${app}
    using ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t));
create policy leads on risk_assessments for select to ${app} using (course_id in (select led_courses()));

-- The last word on each enrollment, and until when it was looked at: found without going through its history.
create table risk_states
(
    user_id       uuid        not null,
    enrollment_id uuid        not null,
    course_id     uuid        not null,
    evaluated_on  date        not null,
    assessment_id uuid        not null,
    level         text        not null check (level in ('low', 'moderate', 'high', 'critical')),
    lower_level   text check (lower_level in ('low', 'moderate', 'high')),
    points        int         not null,
    -- when the level last fell, for good news
    improved_on   date,
    updated_at    timestamptz not null default now(),
    primary key (user_id, enrollment_id),
    foreign key (user_id, assessment_id) references risk_assessments on delete cascade,
    foreign key (user_id, course_id, enrollment_id)
        references student_enrollments (user_id, course_id, id) on delete cascade,
    foreign key (user_id) references users on delete cascade
);
create index risk_states_of_course on risk_states (course_id, user_id);
call make_person_owned('risk_states');
create policy trainers on risk_states for select to ${app}
    using ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t));
create policy leads on risk_states for select to ${app} using (course_id in (select led_courses()));

-- A run over a course or, at night, over all of them: for operators and for the lead who asked.
create table risk_runs
(
    id           uuid primary key     default uuidv7(),
    course_id    uuid references courses on delete cascade,
    requested_by uuid references users on delete set null,
    status       text        not null default 'requested' check (status in ('requested', 'finished')),
    rule_set     text        not null default '',
    evaluated    int         not null default 0,
    with_level   int         not null default 0,
    opened       int         not null default 0,
    requested_at timestamptz not null,
    finished_at  timestamptz
);
create index risk_runs_requested on risk_runs (id) where status = 'requested';
alter table risk_runs enable row level security;
alter table risk_runs force row level security;
create policy leads on risk_runs to ${app}
    using (course_id in (select led_courses())) with check (course_id in (select led_courses()));
create policy operators on risk_runs for select to ${app} using (app_role() = 'admin');
create policy jobs on risk_runs to ${jobs} using (true) with check (true);

-- Days of a multirange within [from, until], both included.
create function days_within(excluded datemultirange, from_day date, until_day date) returns int
    language sql immutable parallel safe
begin atomic
    select coalesce(sum(upper(part) - lower(part)), 0)::int
      from unnest(excluded * datemultirange(daterange(from_day, greatest(until_day + 1, from_day), '[)'))) as part;
end;

-- The first day of a window that ends on a day and holds so many days that count.
create function window_start(excluded datemultirange, until_day date, days int) returns date
    language plpgsql immutable parallel safe as
$$
declare
    first_day date := until_day - days + 1;
    reached   date;
begin
    if excluded is null or isempty(excluded) then
        return first_day;
    end if;
    for attempt in 1..100 loop
        reached := until_day - days + 1 - days_within(excluded, first_day, until_day);
        exit when reached = first_day;
        first_day := reached;
    end loop;
    return first_day;
end
$$;
