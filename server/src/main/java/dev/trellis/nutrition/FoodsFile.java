package dev.trellis.nutrition;

import dev.trellis.platform.postgres.StartUpException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The foods as they ship: a table that is read whole or refused, with the row and the reason named. */
public final class FoodsFile {
    private static final String FILE = "foods.csv";
    private static final Set<String> STATES = Set.of("raw", "cooked", "dry", "ready");
    private static final Set<String> DIETS = Set.of("vegan", "vegetarian", "pescatarian", "omnivore");
    private static final Set<String> MEALS = Set.of("B", "L", "D", "S");
    private static final Set<String> ALLERGENS =
            Set.of("gluten", "milk", "eggs", "fish", "crustaceans", "nuts", "peanuts", "soy", "sesame");
    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final BigDecimal MOST_KCAL = new BigDecimal(900);
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private FoodsFile() {}

    /** One row of the file, checked; {@code allergens} and {@code meals} are joined by semicolons. */
    public record Shipped(
            String foodId,
            String name,
            String category,
            String state,
            BigDecimal kcal,
            BigDecimal protein,
            BigDecimal carbs,
            BigDecimal fat,
            @Nullable BigDecimal fibre,
            String dietClass,
            String allergens,
            boolean containsPork,
            int portionMin,
            int portionMax,
            int portionStep,
            String meals,
            String usdaNumber,
            String source) {}

    /** Every food that ships. */
    public static List<Shipped> shipped() {
        return read(text());
    }

    /** The file as it is. */
    static String text() {
        try (var file = Objects.requireNonNull(FoodsFile.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row; {@link StartUpException} names the first that breaks a rule of domain 03.2. */
    static List<Shipped> read(String csv) {
        var ids = new HashSet<String>();
        var rows = new ArrayList<Shipped>();
        try (var records = FORMAT.parse(new StringReader(csv))) {
            for (var line : records) {
                var row = checked(line);
                require(ids.add(row.foodId()), line, "food_id is used twice");
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new StartUpException("The table of foods cannot be read: " + e.getMessage(), e);
        }
        if (rows.isEmpty()) {
            throw new StartUpException("The table of foods is empty.");
        }
        return rows;
    }

    private static Shipped checked(CSVRecord line) {
        require(text(line, "basis").equals("per_100_g"), line, "basis is not per_100_g");
        var smallest = whole(line, "portion_min_g");
        var largest = whole(line, "portion_max_g");
        require(largest >= smallest, line, "portion_max_g is less than portion_min_g");
        return new Shipped(
                text(line, "food_id"),
                text(line, "name"),
                text(line, "category"),
                among(line, "state", STATES),
                number(line, "kcal", MOST_KCAL),
                number(line, "protein_g", WHOLE),
                number(line, "carbs_g", WHOLE),
                number(line, "fat_g", WHOLE),
                line.get("fibre_g").isEmpty() ? null : number(line, "fibre_g", WHOLE),
                among(line, "diet_class", DIETS),
                allAmong(line, "allergens", ALLERGENS),
                text(line, "contains_pork").equals("1"),
                smallest,
                largest,
                whole(line, "portion_step_g"),
                allAmong(line, "meal_roles", MEALS),
                text(line, "usda_ndb_no"),
                text(line, "source"));
    }

    private static BigDecimal number(CSVRecord line, String column, BigDecimal most) {
        try {
            var number = new BigDecimal(text(line, column));
            require(number.signum() >= 0 && number.compareTo(most) <= 0, line, column + " is not from 0 to " + most);
            return number;
        } catch (NumberFormatException e) {
            throw refusal(line, column + " is not a number");
        }
    }

    private static int whole(CSVRecord line, String column) {
        try {
            var number = Integer.parseInt(text(line, column));
            require(number > 0, line, column + " is not more than 0");
            return number;
        } catch (NumberFormatException e) {
            throw refusal(line, column + " is not a whole number");
        }
    }

    private static String among(CSVRecord line, String column, Set<String> known) {
        var text = text(line, column);
        require(known.contains(text), line, column + " " + text + " is not known");
        return text;
    }

    private static String allAmong(CSVRecord line, String column, Set<String> known) {
        var text = line.get(column);
        if (!text.isEmpty()) {
            for (var part : text.split(";", -1)) {
                require(known.contains(part), line, column + " " + part + " is not known");
            }
        }
        return text;
    }

    private static String text(CSVRecord line, String column) {
        var text = line.isMapped(column) && line.isSet(column) ? line.get(column) : "";
        require(!text.isEmpty(), line, column + " is missing");
        return text;
    }

    private static void require(boolean holds, CSVRecord line, String otherwise) {
        if (!holds) {
            throw refusal(line, otherwise);
        }
    }

    private static StartUpException refusal(CSVRecord line, String reason) {
        return new StartUpException(
                "The table of foods is refused: row " + line.getRecordNumber() + ", " + reason + ".");
    }
}
