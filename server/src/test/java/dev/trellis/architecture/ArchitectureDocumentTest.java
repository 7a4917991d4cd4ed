package dev.trellis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Module;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The module graph in the document on architecture is made from the modules' declarations; when they change, so must it. */
class ArchitectureDocumentTest {
    private static final String DOCUMENT = "docs/architecture.md";
    private static final String BEGIN = "<!-- modules: begin -->\n";
    private static final String END = "<!-- modules: end -->\n";
    private static final String SOURCES = "server/src/main/java/dev/trellis";

    @Test
    void theModuleGraphShowsWhatTheModulesDeclare() {
        var document = ProjectFolder.read(DOCUMENT);
        assertThat(document).contains(BEGIN, END);
        var drawn = document.substring(document.indexOf(BEGIN) + BEGIN.length(), document.indexOf(END));
        assertThat(drawn)
                .as("what stands between the two marks of %s; replace it by what was expected", DOCUMENT)
                .isEqualTo(drawing(declarations()));
    }

    private static Map<String, Set<String>> declarations() {
        var declarations = new TreeMap<String, Set<String>>();
        for (var file : ProjectFolder.files(SOURCES, "package-info.java")) {
            var folder = ProjectFolder.ROOT.resolve(SOURCES).relativize(file).getParent();
            var module = folder == null ? null : declaration(folder);
            if (module != null) {
                declarations.put(folder.toString(), new TreeSet<>(List.of(module.dependsOn())));
            }
        }
        return declarations;
    }

    private static Module declaration(Path folder) {
        try {
            return Class.forName("dev.trellis." + folder.toString().replace('/', '.') + ".package-info")
                    .getAnnotation(Module.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String drawing(Map<String, Set<String>> declarations) {
        var arrows = declarations.entrySet().stream()
                .flatMap(module -> module.getValue().stream()
                        .filter(other -> !isImplied(module.getValue(), other, declarations))
                        .map(other -> "    " + module.getKey() + " --> " + other + "\n"))
                .collect(Collectors.joining());
        var lines = declarations.entrySet().stream()
                .map(module -> "| `" + module.getKey() + "` | " + String.join(", ", module.getValue()) + " |\n")
                .collect(Collectors.joining());
        return "```mermaid\ngraph TD\n" + arrows + "```\n\n| module | may use |\n|---|---|\n" + lines;
    }

    /** An arrow is not drawn where a longer way leads to the same module. */
    private static boolean isImplied(Set<String> declared, String other, Map<String, Set<String>> declarations) {
        return declared.stream().anyMatch(between -> leads(between, other, declarations));
    }

    private static boolean leads(String from, String to, Map<String, Set<String>> declarations) {
        return declarations.get(from).stream().anyMatch(next -> next.equals(to) || leads(next, to, declarations));
    }
}
