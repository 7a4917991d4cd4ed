package dev.trellis.platform;

import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;

/** Enumerations are lower-case text in the database, with a check there, and an enum here. */
final class WireEnums implements ColumnMapperFactory, ArgumentFactory {
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

    @Override
    public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
        if (!(value instanceof Enum<?> constant) || !isOurs(constant.getDeclaringClass())) {
            return Optional.empty();
        }
        var wire = constant.name().toLowerCase(Locale.ROOT);
        return Optional.of((position, statement, context) -> statement.setObject(position, wire, Types.VARCHAR));
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
