-- The seed of the cases names user_profiles.id; here a profile's key is its person. The same value under that name.
alter table user_profiles
    add column id uuid generated always as (user_id) stored;
alter table user_profiles
    add constraint user_profiles_id_key unique (id);
-- A registrar's import makes sure that whoever it names has a profile to refer to.
create policy registrars on user_profiles for insert to ${app} with check (app_role() = 'admin');

-- What is taught. Belongs to the institution, not to a person.
create table courses
(
    id          uuid primary key     default uuidv7(),
    -- the name the student information system gave it
    source_id   text unique check (length(source_id) between 1 and 255),
    code        text        not null default '' check (length(code) <= 50),
    title       text        not null check (length(title) between 1 and 200),
    start_date  date        not null,
    end_date    date        not null,
    -- the days of a course are local dates of this zone
    time_zone   text        not null default 'UTC' check (is_time_zone(time_zone)),
    pass_mark   numeric(5, 2) not null default 50 check (pass_mark between 0 and 100),
    credits     numeric(6, 2) check (credits >= 0),
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    check (end_date >= start_date)
);
create index courses_running on courses (end_date, start_date);

-- Who teaches what. A lead is a trainer who answers for a course and the trainers in it, no account role of its own.
create table course_staff
(
    trainer_id  uuid        not null references users on delete cascade,
    course_id   uuid        not null references courses on delete cascade,
    role        text        not null default 'trainer' check (role in ('trainer', 'lead')),
    name        text        not null default '' check (length(name) <= 200),
    -- types of intervention this trainer is good at
    expertise   text[]      not null default '{}',
    -- so many open cases of this course at a time, no more
    capacity    int         not null default 30 check (capacity between 0 and 1000),
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (trainer_id, course_id)
);
create index course_staff_of_course on course_staff (course_id);

-- What is asked of students: with a due date it counts for submissions, with potentials for depth and breadth.
create table course_items
(
    course_id           uuid        not null references courses on delete cascade,
    id                  uuid        not null default uuidv7(),
    source_id           text        not null check (length(source_id) between 1 and 255),
    title               text        not null default '' check (length(title) <= 200),
    available_on        date,
    due_on              date,
    grace_days          int         not null default 0 check (grace_days between 0 and 60),
    weight              numeric(8, 3) not null default 1 check (weight > 0),
    cognitive_potential int check (cognitive_potential between 1 and 5),
    social_potential    int check (social_potential between 1 and 5),
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now(),
    primary key (course_id, id),
    unique (course_id, source_id)
);

-- Published breaks of a course, both days included: they count for nothing.
create table course_breaks
(
    course_id  uuid        not null references courses on delete cascade,
    from_day   date        not null,
    until_day  date        not null,
    label      text        not null default '' check (length(label) <= 200),
    created_at timestamptz not null default now(),
    primary key (course_id, from_day),
    check (until_day between from_day and from_day + 365)
);

create table student_enrollments
(
    user_id      uuid        not null references users on delete cascade,
    id           uuid        not null default uuidv7(),
    course_id    uuid        not null references courses on delete cascade,
    source_id    text check (length(source_id) between 1 and 255),
    -- as the registrar knows them
    student_name text        not null default '' check (length(student_name) <= 200),
    enrolled_on  date        not null,
    status       text        not null default 'active' check (status in ('active', 'withdrawn', 'completed', 'failed')),
    ended_on     date,
    attempt      int         not null default 1 check (attempt between 1 and 20),
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (user_id, id),
    unique (id),
    unique (user_id, course_id),
    unique (user_id, course_id, id),
    check ((status = 'active') = (ended_on is null))
);
create index student_enrollments_of_course on student_enrollments (course_id, user_id);
call make_person_owned('student_enrollments');

-- Which trainer works with which student in which course, and so may see what the student does there.
create table student_trainers
(
    user_id    uuid        not null,
    course_id  uuid        not null,
    trainer_id uuid        not null references users on delete cascade,
    -- given by the roster, or by a case that was assigned
    origin     text        not null default 'roster' check (origin in ('roster', 'case')),
    created_at timestamptz not null default now(),
    primary key (user_id, course_id, trainer_id),
    foreign key (user_id, course_id) references student_enrollments (user_id, course_id) on delete cascade,
    foreign key (user_id) references users on delete cascade
);
create index student_trainers_of_trainer on student_trainers (trainer_id, course_id, user_id);
call make_person_owned('student_trainers');

-- The names other systems call a person by.
create table roster_people
(
    user_id    uuid        not null references users on delete cascade,
    source     text        not null check (length(source) between 1 and 100),
    source_id  text        not null check (length(source_id) between 1 and 255),
    created_at timestamptz not null default now(),
    primary key (user_id, source, source_id),
    unique (source, source_id)
);
call make_person_owned('roster_people');
create policy registrars on roster_people to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');

-- The courses somebody answers for, and the students somebody works with: what the policies of everything about students
-- ask, as subqueries that are worked out once a statement.
create function led_courses() returns setof uuid
    language sql stable parallel safe
begin atomic
    select s.course_id from course_staff s
     where s.trainer_id = app_user() and s.role = 'lead' and app_role() = 'trainer';
end;

create function taught_students() returns table (user_id uuid, course_id uuid)
    language sql stable parallel safe
begin atomic
    select t.user_id, t.course_id from student_trainers t where t.trainer_id = app_user() and app_role() = 'trainer';
end;

create policy trainers on student_trainers for select to ${app}
    using (app_role() = 'trainer' and trainer_id = app_user());
create policy leads on student_trainers to ${app}
    using (course_id in (select led_courses())) with check (course_id in (select led_courses()));
create policy registrars on student_trainers to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');

create policy trainers on student_enrollments for select to ${app}
    using ((user_id, course_id) in (select t.user_id, t.course_id from taught_students() t));
create policy leads on student_enrollments for select to ${app} using (course_id in (select led_courses()));
create policy registrars on student_enrollments to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');

-- Who teaches what is no secret; the subqueries above need it without asking anything further.
alter table course_staff enable row level security;
alter table course_staff force row level security;
create policy readers on course_staff for select to ${app} using (app_user() is not null);
create policy registrars on course_staff to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');
create policy jobs on course_staff to ${jobs} using (true) with check (true);
create trigger touch_updated_at before update on course_staff for each row execute function touch_updated_at();

-- What belongs to the institution is read by everybody with an account and written by registrars.
alter table courses enable row level security;
alter table courses force row level security;
create policy readers on courses for select to ${app} using (app_user() is not null);
create policy registrars on courses to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');
create policy jobs on courses to ${jobs} using (true) with check (true);
create trigger touch_updated_at before update on courses for each row execute function touch_updated_at();
alter table course_items enable row level security;
alter table course_items force row level security;
create policy readers on course_items for select to ${app} using (app_user() is not null);
create policy registrars on course_items to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');
create policy jobs on course_items to ${jobs} using (true) with check (true);
create trigger touch_updated_at before update on course_items for each row execute function touch_updated_at();
alter table course_breaks enable row level security;
alter table course_breaks force row level security;
create policy readers on course_breaks for select to ${app} using (app_user() is not null);
create policy registrars on course_breaks to ${app} using (app_role() = 'admin') with check (app_role() = 'admin');
create policy jobs on course_breaks to ${jobs} using (true) with check (true);
