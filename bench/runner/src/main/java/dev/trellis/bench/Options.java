package dev.trellis.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What was asked for on the command line.
 *
 * @param only names of benchmarks; empty means all
 * @param json where else to write the JSON
 */
public record Options(boolean quick, List<String> only, List<Path> json) {
    static final String USAGE = """
            ./trellis bench [--quick] [--only NAME]... [--json FILE]
              --quick      a tenth of the sizes: an indication in two minutes
              --only NAME  one of %s; may be repeated
              --json FILE  write the figures there too; they always go to bench/results/latest.json""";

    /** Refuses what it does not know with an {@link IllegalArgumentException}. */
    static Options parse(String... arguments) {
        var quick = false;
        var only = new ArrayList<String>();
        var json = new ArrayList<Path>();
        var rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            switch (argument) {
                case "--quick" -> quick = true;
                case "--only" -> only.add(value(argument, rest));
                case "--json" -> json.add(Path.of(value(argument, rest)));
                default -> throw new IllegalArgumentException("bench does not know " + argument);
            }
        }
        return new Options(quick, List.copyOf(only), List.copyOf(json));
    }

    private static String value(String argument, Iterator<String> rest) {
        try {
            return rest.next();
        } catch (NoSuchElementException e) {
            throw new IllegalArgumentException(argument + " needs a value", e);
        }
    }

    boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }
}
