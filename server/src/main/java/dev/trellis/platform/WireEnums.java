package dev.trellis.platform;

import java.lang.reflect.Type;
import java.sql.Types;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jspecify.annotations.Nullable;

/** Enumerations are lower-case text in the database, with a check there, and an enum here. */
final class WireEnums implements ColumnMapperFactory, ArgumentFactory.Preparable {
    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
        var erased = GenericTypes.getErasedType(type);
        if (!isOurs(erased)) {
            return Optional.empty();
        }
        var constants = constants(erased);
        return Optional.of((row, column, context) -> {
            var text = row.getString(column);
            return text == null ? null : constant(erased, constants, text);
        });
    }

    /** Prepared, because Jdbi asks its own factory for enums before any that is not. */
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return isOurs(GenericTypes.getErasedType(type)) ? Optional.of(WireEnums::argument) : Optional.empty();
    }

    private static Argument argument(@Nullable Object constant) {
        var wire = constant == null ? null : ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
        return (position, statement, context) -> statement.setObject(position, wire, Types.VARCHAR);
    }

    private static boolean isOurs(Class<?> type) {
        return type.isEnum() && type.getName().startsWith("dev.trellis.");
    }

    private static Map<String, Object> constants(Class<?> type) {
        var constants = new HashMap<String, Object>();
        for (var constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
        }
        return Map.copyOf(constants);
    }

    /** Some of our enumerations are written in capitals; they are rare. */
    private static Object constant(Class<?> type, Map<String, Object> constants, String text) {
        var constant = constants.get(text);
        if (constant == null) {
            constant = constants.get(text.toLowerCase(Locale.ROOT));
        }
        if (constant == null) {
            throw new IllegalStateException("the database holds an unknown " + type.getSimpleName());
        }
        return constant;
    }
}
