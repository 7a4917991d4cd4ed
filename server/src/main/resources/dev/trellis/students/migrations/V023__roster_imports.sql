-- Roster files on their way in: sent in parts, read by a job line by line, reported line by line. They are the
-- institution's; what they become is each person's own.
create table roster_imports
(
    id          uuid primary key     default uuidv7(),
    created_by  uuid references users on delete set null,
    source      text        not null check (length(source) between 1 and 100),
    mode        text        not null check (mode in ('all_or_nothing', 'resumable')),
    time_zone   text        not null check (is_time_zone(time_zone)),
    status      text        not null default 'receiving' check (status in ('receiving', 'waiting', 'running', 'finished')),
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now()
);

create table roster_files
(
    import_id   uuid        not null references roster_imports on delete cascade,
    -- in the order in which they have to be read
    position    int         not null,
    name        text        not null,
    status      text        not null default 'receiving' check (status in ('receiving', 'read', 'refused')),
    -- lines after the header
    lines       bigint      not null default 0,
    read        bigint      not null default 0,
    accepted    bigint      not null default 0,
    refused     bigint      not null default 0,
    problem     text,
    primary key (import_id, name)
);

create table roster_parts
(
    import_id uuid  not null,
    name      text  not null,
    part      int   not null check (part between 0 and 10000),
    content   bytea not null,
    primary key (import_id, name, part),
    foreign key (import_id, name) references roster_files on delete cascade
);

create table roster_errors
(
    import_id uuid   not null,
    name      text   not null,
    line      bigint not null,
    id        text   not null default '',
    field     text   not null default '',
    reason    text   not null,
    primary key (import_id, name, line, field),
    foreign key (import_id, name) references roster_files on delete cascade
);

-- Classes of a roster that are not courses here yet, terms, and the like: what later files refer to.
create table roster_sessions
(
    source     text not null,
    source_id  text not null,
    start_date date not null,
    end_date   date not null,
    primary key (source, source_id)
);

do
$$
declare
    named text;
begin
    foreach named in array '{roster_imports,roster_files,roster_parts,roster_errors,roster_sessions}'::text[] loop
        execute format('alter table %I enable row level security', named);
        execute format('alter table %I force row level security', named);
        execute format('create policy registrars on %I to ${app} using (app_role() = ''admin'') with check (app_role() = ''admin'')', named);
        execute format('create policy jobs on %I to ${jobs} using (true) with check (true)', named);
    end loop;
end
$$;
create trigger touch_updated_at before update on roster_imports for each row execute function touch_updated_at();
