package dev.trellis.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;

/** How SQL and Java meet, the same on every pool: records by their components, enums by their wire name. */
@ApplicationScoped
public class JdbiSettings {
    /** Jdbi on this pool, with the house's mappings. */
    public Jdbi on(DataSource pool) {
        var jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        jdbi.registerArrayType(BigDecimal.class, "numeric");
        jdbi.registerArrayType(LocalDate.class, "date");
        jdbi.registerArrayType(OffsetDateTime.class, "timestamptz");
        jdbi.registerRowMapper(new RecordMappers());
        jdbi.registerColumnMapper(new WireEnums());
        jdbi.registerArgument(new WireEnums());
        return jdbi;
    }

    /** Maps any of our own records, {@code snake_case} columns to components. */
    private static final class RecordMappers implements RowMapperFactory {
        @Override
        public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
            var erased = GenericTypes.getErasedType(type);
            if (!erased.isRecord() || !erased.getName().startsWith("dev.trellis.")) {
                return Optional.empty();
            }
            return Optional.of(ConstructorMapper.of(canonicalConstructor(erased)));
        }

        /** Rows are often package-private records; nothing outside their module should have to see them. */
        private static Constructor<?> canonicalConstructor(Class<?> type) {
            var components = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            try {
                var constructor = type.getDeclaredConstructor(components);
                constructor.setAccessible(true);
                return constructor;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has a canonical constructor", e);
            }
        }
    }
}
