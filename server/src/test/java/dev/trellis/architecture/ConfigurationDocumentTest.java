package dev.trellis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every setting that the code reads stands in the document on configuration with its default, and no other does. */
class ConfigurationDocumentTest {
    private static final String DOCUMENT = ProjectFolder.read("docs/configuration.md");
    private static final String PROGRAM = "server/src/main/java/dev/trellis/";
    private static final Pattern INJECTED = Pattern.compile(
            "@ConfigProperty\\(\\s*name = \"(trellis\\.[a-z0-9.-]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?");
    private static final Pattern REFERRED = Pattern.compile("\\$\\{(trellis\\.[a-z0-9.-]+)(?::([^}]*))?}");
    private static final Pattern HANDED_OVER = Pattern.compile("\"(trellis\\.[a-z0-9.-]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\bTRELLIS_[A-Z0-9_]*[A-Z0-9]");

    @Test
    void everySettingIsDocumentedWithItsDefault() {
        assertThat(settings()).isNotEmpty();
        settings()
                .forEach((variable, otherwise) -> assertThat(rowOf(variable))
                        .as("the row of %s in docs/configuration.md", variable)
                        .contains(otherwise.isEmpty() ? "|" : "`" + otherwise + "`"));
    }

    @Test
    void everyVariableOfTheLauncherAndTheProgramIsDocumented() {
        assertThat(launchersVariables()).contains("TRELLIS_HOME", "TRELLIS_DATABASE_URL");
        assertThat(launchersVariables())
                .allSatisfy(variable -> assertThat(rowOf(variable))
                        .as("the row of %s in docs/configuration.md", variable)
                        .isNotEmpty());
    }

    @Test
    void whatTheProgramSetsItselfIsDocumentedAsSuch() {
        assertThat(handedOver()).isNotEmpty();
        assertThat(handedOver()).allSatisfy(property -> assertThat(DOCUMENT).contains("`" + property + "`"));
    }

    @Test
    void nothingIsDocumentedThatNothingReads() {
        var known = new TreeSet<>(settings().keySet());
        known.addAll(launchersVariables());
        assertThat(known).containsAll(variablesIn(DOCUMENT));
    }

    /** Each variable with its default, which is empty where there is none. */
    private static Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        for (var file : ProjectFolder.files("server/src/main/java", ".java")) {
            add(settings, INJECTED, ProjectFolder.read(file));
        }
        add(settings, REFERRED, ProjectFolder.read("server/src/main/resources/application.properties"));
        settings.keySet()
                .removeAll(handedOver().stream()
                        .map(ConfigurationDocumentTest::variable)
                        .toList());
        return settings;
    }

    private static void add(Map<String, String> settings, Pattern pattern, String text) {
        pattern.matcher(text).results().forEach(found -> {
            settings.put(variable(found.group(1)), found.group(2) == null ? "" : found.group(2));
        });
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** The properties that the start of the program hands to the framework; nobody else sets them. */
    private static Set<String> handedOver() {
        return HANDED_OVER
                .matcher(ProjectFolder.read(PROGRAM + "DatabaseProperties.java"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** What is read before the framework starts: by the launcher and by the program's entry point. */
    private static Set<String> launchersVariables() {
        return variablesIn(ProjectFolder.read("trellis") + ProjectFolder.read(PROGRAM + "Trellis.java"));
    }

    private static Set<String> variablesIn(String text) {
        return VARIABLE.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static String rowOf(String variable) {
        return DOCUMENT.lines()
                .filter(line -> line.startsWith("| `" + variable + "`"))
                .collect(Collectors.joining("\n"));
    }
}
