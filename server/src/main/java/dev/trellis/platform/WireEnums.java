package dev.trellis.platform;

import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;

/** Enumerations are lower-case text in the database, with a check there, and an enum here. */
final class WireEnums implements ColumnMapperFactory, ArgumentFactory.Preparable {
    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
        var erased = GenericTypes.getErasedType(type);
        if (!isOurs(erased)) {
            return Optional.empty();
        }
        return Optional.of((row, column, context) -> {
            var text = row.getString(column);
            return text == null ? null : constant(erased, text);
        });
    }

    /** Prepared, because Jdbi asks prepared factories first and its own for enums, by their constant's name, is one. */
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        if (!isOurs(GenericTypes.getErasedType(type))) {
            return Optional.empty();
        }
        return Optional.of(value -> (position, statement, context) ->
                statement.setObject(position, value == null ? null : wire((Enum<?>) value), Types.VARCHAR));
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isOurs(Class<?> type) {
        return type.isEnum() && type.getName().startsWith("dev.trellis.");
    }

    private static Object constant(Class<?> type, String text) {
        for (var constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new IllegalStateException("the database holds an unknown " + type.getSimpleName());
    }
}
