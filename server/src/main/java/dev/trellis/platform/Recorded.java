package dev.trellis.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that Jdbi takes for a prepared one. Its parameters are written down until it is executed, because only then
 * is it known behind how many others they stand.
 */
final class Recorded implements InvocationHandler {
    private static final ClassLoader LOADER = Recorded.class.getClassLoader();
    private static final Class<?>[] STATEMENT = {PreparedStatement.class};

    private final Waiting waiting;
    private final String sql;
    /** Whether it is sent when it is executed, and not with another one. */
    private final boolean now;

    private final List<Parameter> parameters = new ArrayList<>();
    private @Nullable PreparedStatement sent;

    private record Parameter(int position, Setter setter) {}

    private interface Setter {
        void set(PreparedStatement statement, int position) throws SQLException;
    }

    private Recorded(Waiting waiting, String sql, boolean now) {
        this.waiting = waiting;
        this.sql = sql;
        this.now = now;
    }

    /** A statement that is sent with whatever waits when it is executed. */
    static Recorded now(Waiting waiting, String sql) {
        return new Recorded(waiting, sql, true);
    }

    /** A statement that is sent with another one. */
    static Recorded later(Waiting waiting, String sql) {
        return new Recorded(waiting, sql, false);
    }

    /** Adds another parameter. */
    Recorded with(String text) {
        set(parameters.size() + 1, (statement, position) -> statement.setString(position, text));
        return this;
    }

    /** As Jdbi sees it. */
    PreparedStatement statement() {
        return (PreparedStatement) Proxy.newProxyInstance(LOADER, STATEMENT, this);
    }

    String sql() {
        return sql;
    }

    /** Sets its parameters, of which the first has this position; returns the position after the last. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        var last = 0;
        for (var parameter : parameters) {
            parameter.setter().set(statement, first + parameter.position() - 1);
            last = Math.max(last, parameter.position());
        }
        return first + last;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws SQLException {
        if (sent != null) {
            return call(sent, method, arguments);
        }
        if (arguments != null && isParameter(method, arguments)) {
            set((Integer) arguments[0], (statement, position) -> call(statement, method, at(position, arguments)));
            return null;
        }
        return switch (method.getName()) {
            case "execute" -> execute(method, arguments);
            case "getConnection" -> waiting.connection();
            case "close" -> null;
            case "toString" -> sql;
            default -> call(alone(), method, arguments);
        };
    }

    private Object execute(Method method, Object @Nullable [] arguments) throws SQLException {
        if (arguments != null) {
            throw new UnsupportedOperationException(method.toString());
        }
        if (now) {
            sent = waiting.sendBefore(this);
        }
        return true;
    }

    /** Whatever else is asked of a statement, such as to be one of a batch, is not for several at once. */
    private PreparedStatement alone() throws SQLException {
        if (!now) {
            throw new UnsupportedOperationException("not of a statement that waits for another one");
        }
        waiting.send();
        var statement = waiting.connection().prepareStatement(sql);
        bind(statement, 1);
        sent = statement;
        return statement;
    }

    private static boolean isParameter(Method method, Object[] arguments) {
        return arguments.length > 1
                && arguments[0] instanceof Integer
                && method.getName().startsWith("set");
    }

    private void set(int position, Setter setter) {
        parameters.add(new Parameter(position, setter));
    }

    private static Object[] at(int position, Object[] arguments) {
        var moved = arguments.clone();
        moved[0] = position;
        return moved;
    }

    private static @Nullable Object call(PreparedStatement statement, Method method, Object @Nullable [] arguments)
            throws SQLException {
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case SQLException refused -> throw refused;
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case null, default -> throw new SQLException(e);
            }
        } catch (IllegalAccessException e) {
            throw new SQLException(e);
        }
    }
}
