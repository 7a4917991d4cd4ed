package dev.trellis.bench.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Yardstick: the rows of one program, read once from where the server stored them, written for others through unnest. */
final class BundleByHand extends ByHand {
    private static final String EVENT = "date:date start_time:time title:text detail:text rendered:text";

    private final PreparedStatement ids;
    private final PreparedStatement program;
    private final String[] documents;
    private final List<Part> parts;
    private final int sessions;
    private final int meals;

    BundleByHand(Connection connection, Connection reading, UUID original) throws SQLException {
        super(connection);
        ids = prepare("select uuidv7() from generate_series(1, ?)");
        program = prepare("""
                insert into programs (user_id, id, start_date, end_date, seed, generator_version, inputs, training, nutrition,
                                      next_reassessment_date)
                values (?, ?, current_date, current_date + 84, 1, 1, ?::jsonb, ?::jsonb, ?::jsonb, current_date + 14)
                """);
        documents = documents(reading, original);
        var session = new Part(
                this,
                reading,
                original,
                new Shape(
                        "session_instances",
                        "id",
                        false,
                        "program_id",
                        "week_number:int light:bool date:date start_time:time kind:text hard:bool minutes:int cardio:text"));
        var meal = new Part(
                this,
                reading,
                original,
                new Shape(
                        "meal_instances",
                        "id",
                        true,
                        "program_id",
                        "date:date start_time:time meal_type:text kcal:numeric protein_g:numeric carbs_g:numeric"
                                + " fat_g:numeric fibre_g:numeric"));
        sessions = session.rows();
        meals = meal.rows();
        parts = List.of(
                session,
                new Part(
                        this,
                        reading,
                        original,
                        new Shape(
                                "exercise_plan_items",
                                "session_instance_id",
                                false,
                                "",
                                "position:int exercise_id:text slot:text sets:int rep_min:int rep_max:int timed:bool"
                                        + " in_reserve:int rest_seconds:int percent_low:int percent_high:int"
                                        + " load_kg:numeric")),
                meal,
                new Part(
                        this,
                        reading,
                        original,
                        new Shape(
                                "meal_item_plan",
                                "meal_instance_id",
                                true,
                                "",
                                "position:int food_id:text grams:int kcal:numeric")),
                new Part(
                        this,
                        reading,
                        original,
                        new Shape("calendar_events", "session_instance_id", false, "program_id", "kind:text " + EVENT)),
                new Part(
                        this,
                        reading,
                        original,
                        new Shape("calendar_events", "meal_instance_id", true, "program_id", "kind:text " + EVENT)));
    }

    /**
     * A table to be written.
     *
     * @param owner   the column that names the session or meal
     * @param program the column that names the program, or empty
     * @param columns the others, each {@code name:type}; JSON is text until it is stored
     */
    private record Shape(String table, String owner, boolean ofMeals, String program, String columns) {
        List<String> names() {
            return Stream.of(columns.split(" "))
                    .map(column -> column.split(":")[0])
                    .toList();
        }

        List<String> types() {
            return Stream.of(columns.split(" "))
                    .map(column -> column.split(":")[1])
                    .toList();
        }

        /** Rows of the original, each with the place of its session or meal among them, counted from 0. */
        String reading() {
            var owners = ofMeals ? "meal_instances" : "session_instances";
            return "select o.place, "
                    + names().stream().map(name -> "t." + name).collect(Collectors.joining(", "))
                    + " from " + table + " t join (select id, row_number() over (order by id)::int - 1 as place from "
                    + owners + " where user_id = ?) o on o.id = t." + owner + " where t.user_id = ? order by o.place"
                    + (columns.startsWith("position") ? ", t.position" : "");
        }

        String writing() {
            var stored = names().stream()
                    .map(name -> name.equals("cardio") || name.equals("detail") ? name + "::jsonb" : name)
                    .collect(Collectors.joining(", "));
            return "insert into " + table + " (user_id, " + (program.isEmpty() ? "" : program + ", ") + owner + ", "
                    + String.join(", ", names()) + ") select ?, " + (program.isEmpty() ? "" : "?, ") + "owner, "
                    + stored
                    + " from unnest(?::uuid[], "
                    + types().stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", "))
                    + ") as new (owner, " + String.join(", ", names()) + ")";
        }
    }

    /** The rows of one table, column by column. */
    private static final class Part {
        private final Shape shape;
        private final PreparedStatement insert;
        private final List<Integer> places = new ArrayList<>();
        private final List<List<Object>> columns = new ArrayList<>();

        Part(BundleByHand hand, Connection reading, UUID original, Shape shape) throws SQLException {
            this.shape = shape;
            this.insert = hand.prepare(shape.writing());
            shape.names().forEach(name -> columns.add(new ArrayList<>()));
            try (var statement = reading.prepareStatement(shape.reading())) {
                statement.setObject(1, original);
                statement.setObject(2, original);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        places.add(rows.getInt(1));
                        for (var i = 0; i < columns.size(); i++) {
                            columns.get(i).add(rows.getString(i + 2));
                        }
                    }
                }
            }
        }

        int rows() {
            return places.size();
        }

        void write(Connection connection, UUID user, UUID program, List<UUID> owners) throws SQLException {
            var parameter = 1;
            insert.setObject(parameter++, user);
            if (!shape.program().isEmpty()) {
                insert.setObject(parameter++, program);
            }
            insert.setArray(
                    parameter++,
                    connection.createArrayOf(
                            "uuid", places.stream().map(owners::get).toArray()));
            for (var i = 0; i < columns.size(); i++) {
                insert.setArray(
                        parameter++,
                        connection.createArrayOf(
                                shape.types().get(i), columns.get(i).toArray()));
            }
            insert.executeUpdate();
        }
    }

    void store(UUID user) throws SQLException {
        actAs(user);
        var drawn = draw(1 + sessions + meals);
        var id = drawn.getFirst();
        program.setObject(1, user);
        program.setObject(2, id);
        for (var i = 0; i < documents.length; i++) {
            program.setString(3 + i, documents[i]);
        }
        program.executeUpdate();
        for (var part : parts) {
            var owners =
                    part.shape.ofMeals() ? drawn.subList(1 + sessions, drawn.size()) : drawn.subList(1, 1 + sessions);
            part.write(connection(), user, id, owners);
        }
        connection().commit();
    }

    private List<UUID> draw(int number) throws SQLException {
        ids.setInt(1, number);
        var drawn = new ArrayList<UUID>(number);
        try (var rows = ids.executeQuery()) {
            while (rows.next()) {
                drawn.add(rows.getObject(1, UUID.class));
            }
        }
        return drawn;
    }

    private static String[] documents(Connection reading, UUID original) throws SQLException {
        try (var statement =
                reading.prepareStatement("select inputs, training, nutrition from programs where user_id = ?")) {
            statement.setObject(1, original);
            try (var row = statement.executeQuery()) {
                row.next();
                return new String[] {row.getString(1), row.getString(2), row.getString(3)};
            }
        }
    }
}
