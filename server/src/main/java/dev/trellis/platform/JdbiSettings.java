package dev.trellis.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.SetObjectArgumentFactory;
import org.jdbi.v3.core.array.SqlArrayType;
import org.jdbi.v3.core.array.SqlArrayTypeFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;

/** How SQL and Java meet, the same on every pool: records by their components, enums by their wire name. */
@ApplicationScoped
public class JdbiSettings {
    /** Jdbi on this pool, with the house's mappings. */
    public Jdbi on(DataSource pool) {
        var jdbi = Jdbi.create(pool);
        jdbi.setStatementBuilderFactory(Waiting::new);
        jdbi.setTransactionHandler(new WaitingTransactions(LocalTransactionHandler.binding()));
        jdbi.registerArrayType(new ArrayTypes());
        jdbi.registerRowMapper(new RecordMappers());
        jdbi.registerColumnMapper(new WireEnums());
        jdbi.registerArgument(new WireEnums());
        // All we need of Jdbi's module for PostgreSQL; every other type it adds would be asked about for every
        // parameter.
        jdbi.registerArgument(new Ids());
        return jdbi;
    }

    /** What columns are made of. Jdbi asks all it knows for every array, the latest first: this one knows nearly all. */
    private static final class ArrayTypes implements SqlArrayTypeFactory {
        private static final Map<Type, SqlArrayType<?>> KNOWN = Map.of(
                UUID.class, type("uuid"),
                String.class, type("varchar"),
                Integer.class, type("integer"),
                Boolean.class, type("boolean"),
                BigDecimal.class, type("numeric"),
                LocalDate.class, type("date"),
                LocalTime.class, type("time"),
                OffsetDateTime.class, type("timestamptz"));

        private static SqlArrayType<?> type(String name) {
            return SqlArrayType.of(name, Function.identity());
        }

        @Override
        public Optional<SqlArrayType<?>> build(Type elementType, ConfigRegistry config) {
            return Optional.ofNullable(KNOWN.get(elementType));
        }
    }

    /** Ids are bound as what they are. */
    private static final class Ids extends SetObjectArgumentFactory {
        Ids() {
            super(Map.of(UUID.class, Types.OTHER));
        }
    }

    /** Any of our own records; each is studied once. */
    private static final class RecordMappers implements RowMapperFactory {
        private final Map<Class<?>, RecordMapper> known = new ConcurrentHashMap<>();

        @Override
        public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
            var erased = GenericTypes.getErasedType(type);
            return erased.isRecord() && erased.getName().startsWith("dev.trellis.")
                    ? Optional.of(known.computeIfAbsent(erased, RecordMapper::new))
                    : Optional.empty();
        }
    }
}
