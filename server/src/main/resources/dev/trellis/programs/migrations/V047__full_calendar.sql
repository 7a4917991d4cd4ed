-- Days of somebody's calendar as they are answered, in one statement that says itself who acts: a statement by itself is a
-- transaction, so that what it says holds for it and no longer. Row-level security judges it like any other.
create function full_calendar(acting_person uuid, acting_role text, first_day date, last_day date) returns bytea
language plpgsql as $$
declare
    entries text;
begin
    perform set_config('app.user_id', acting_person::text, true), set_config('app.role', acting_role, true);
    select string_agg(rendered, ',' order by date, start_time nulls last, kind, id)
      into entries
      from calendar_events
     where user_id = acting_person and date between first_day and last_day;
    return convert_to(
        format('{"from":"%s","to":"%s","events":[%s]}', first_day, last_day, coalesce(entries, '')), 'UTF8');
end $$;
