package dev.trellis.nutrition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The foods that can be looked up and logged by their id. */
@ApplicationScoped
public class Foods {
    /** The longest text to search for. */
    public static final int LONGEST_QUERY = 100;

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final String CATEGORIES = "categories";

    private final Database database;
    private final FoodStore store;
    private final Cache<String, Map<String, String>> categories =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    Foods(Database database, FoodStore store) {
        this.database = database;
        this.store = store;
    }

    /** Those that hold every word, or its beginning, best first; without a word, all of them by name. */
    public List<Food> search(Actor actor, String text, int most) {
        var words = Arrays.stream(NOT_A_WORD.split(text))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
        if (words.isEmpty()) {
            return text.isBlank() ? database.as(actor, tx -> store.all(tx, most)) : List.of();
        }
        return database.as(actor, tx -> store.search(tx, words, text.strip(), most));
    }

    /** The food of that id. */
    public Optional<Food> find(Actor actor, String foodId) {
        return Optional.ofNullable(database.as(
                        actor, tx -> find(tx, List.of(foodId)).get())
                .get(foodId));
    }

    /** All of them, by name. */
    public List<Food> all(Handle tx) {
        return store.all(tx, Integer.MAX_VALUE);
    }

    /** Those of these ids, by id, read together with whatever else is read; an unknown one is left out. */
    public Supplier<Map<String, Food>> find(Handle tx, Collection<String> foodIds) {
        var found = store.find(tx, foodIds);
        return () -> found.get().stream().collect(Collectors.toMap(Food::foodId, Function.identity()));
    }

    /**
     * The category of every food by its id, also of those that are no longer offered. They come with the server, so what
     * was read is remembered for a while; another version beside this one may have newer ones.
     */
    public Map<String, String> categories(Handle tx) {
        return categories.get(CATEGORIES, any -> Map.copyOf(store.categories(tx)));
    }
}
