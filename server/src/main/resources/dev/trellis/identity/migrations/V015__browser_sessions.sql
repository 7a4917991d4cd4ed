-- A browser keeps one token in a cookie, and using it prolongs it; a program's short tokens must never be prolonged so.
alter table sessions
    add column browser boolean not null default false;
