package dev.trellis.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Every table that holds something of a person, found in the catalogue: whatever a module adds with a {@code user_id}
 * is exported and erased without anybody having to remember it. Columns named {@code *_hash} are secrets, never shown.
 */
@ApplicationScoped
class PersonTables {
    /** A table whose rows belong to people; all names are quoted as SQL needs them. */
    record PersonTable(String name, String file, String owner, List<String> columns, List<String> key) {
        /** The acting person's own rows, whatever else the policies let them see. */
        String ownRows() {
            return "select " + String.join(", ", columns) + " from " + name + " where " + owner
                    + " = app_user() order by " + String.join(", ", key);
        }
    }

    List<PersonTable> all(Handle tx) {
        return tx.createQuery("""
                        select quote_ident(c.relname) as name, c.relname as file, quote_ident(o.attname) as owner,
                               array(select quote_ident(a.attname)
                                       from pg_attribute a
                                      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                        and a.attname not like '%\\_hash'
                                      order by a.attnum) as columns,
                               array(select quote_ident(a.attname)
                                       from pg_index i
                                       cross join unnest(i.indkey) with ordinality as k (attnum, position)
                                       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                                      where i.indrelid = c.oid and i.indisprimary
                                      order by k.position) as key
                          from pg_class c
                          join pg_attribute o on o.attrelid = c.oid and not o.attisdropped
                                             and o.attname = case c.relname when 'users' then 'id'
                                                                            when 'audit_log' then 'person_id'
                                                                            when 'student_interventions' then 'student_id'
                                                                            when 'course_staff' then 'trainer_id'
                                                                            else 'user_id' end
                         where c.relnamespace = current_schema()::regnamespace
                           and c.relkind in ('r', 'p') and not c.relispartition
                         order by c.relname
                        """).mapTo(PersonTable.class).list();
    }

    /** How many rows of the acting person there are in all tables, in one round trip. */
    long countOwnRows(Handle tx) {
        var counts = all(tx).stream()
                .map(table ->
                        "select count(*) as rows from " + table.name() + " where " + table.owner() + " = app_user()")
                .collect(Collectors.joining(" union all "));
        return tx.createQuery("select sum(rows) from (" + counts + ") as tables")
                .mapTo(Long.class)
                .one();
    }
}
