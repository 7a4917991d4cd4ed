-- db-scheduler's own table, as its documentation gives it for PostgreSQL. It holds no person's data.
create table scheduled_tasks
(
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

-- What each run of a job did, for operators: how far it is, how it ended.
create table job_runs
(
    id          uuid primary key     default uuidv7(),
    job         text        not null,
    started_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    finished_at timestamptz,
    done        bigint      not null default 0,
    failed      bigint      not null default 0,
    error       text
);
create index job_runs_by_job on job_runs (job, id desc);
