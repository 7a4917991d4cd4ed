-- Who acts, as every policy sees it. With nothing stated both are null, so nothing is visible and nothing can be written.
create function app_user() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.user_id', true), '')::uuid;

create function app_role() returns text
    language sql stable parallel safe
    return nullif(current_setting('app.role', true), '');

-- The two roles the server works as own nothing; they get rows to work on, and the policies decide which.
alter default privileges in schema public grant select, insert, update, delete on tables to ${app}, ${jobs};
alter default privileges in schema public grant usage, select on sequences to ${app}, ${jobs};
alter default privileges in schema public grant execute on routines to ${app}, ${jobs};
grant execute on function app_user(), app_role() to ${app}, ${jobs};
-- A node says that it is not ready when the schema is older than the one it was started on.
grant select on "${flyway:table}" to ${app}, ${jobs};

create function touch_updated_at() returns trigger
    language plpgsql as
$$
begin
    new.updated_at = now();
    return new;
end
$$;

-- One call a table: row-level security on and forced, the same one-line policy everywhere, updated_at maintained.
create procedure make_person_owned(owned regclass, owner_column name default 'user_id')
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', owned);
    execute format('alter table %s force row level security', owned);
    execute format('create policy own on %s to ${app} using (%I = app_user()) with check (%I = app_user())',
                   owned, owner_column, owner_column);
    execute format('create policy jobs on %s to ${jobs} using (true) with check (true)', owned);
    if exists (select from pg_attribute where attrelid = owned and attname = 'updated_at' and not attisdropped) then
        execute format('create trigger touch_updated_at before update on %s for each row execute function touch_updated_at()',
                       owned);
    end if;
end
$$;

-- A zone that Java knows and PostgreSQL does not would break every set-based job; the constraint refuses it at the door.
create function is_time_zone(name text) returns boolean
    language plpgsql immutable as
$$
begin
    perform timestamptz '2000-01-01 00:00:00Z' at time zone name;
    return true;
exception
    when invalid_parameter_value then return false;
end
$$;

-- The label of the day a moment belongs to for a person; the same rule as the server's PersonDays.
create function day_of(moment timestamptz, time_zone text, day_start time) returns date
    language sql stable parallel safe
    return ((moment at time zone time_zone) - day_start::interval)::date;
