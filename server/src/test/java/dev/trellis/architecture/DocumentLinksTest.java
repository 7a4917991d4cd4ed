package dev.trellis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever follows a link in one of the documents arrives. */
class DocumentLinksTest {
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    @Test
    void everyLinkToAFileLeadsToOne() {
        var broken = new ArrayList<String>();
        var documents = ProjectFolder.files("", ".md");
        assertThat(documents).isNotEmpty();
        for (var document : documents) {
            for (var target : links(document)) {
                if (!leadsSomewhere(document, target)) {
                    broken.add(ProjectFolder.ROOT.relativize(document) + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<String> links(Path document) {
        return LINK.matcher(CODE.matcher(ProjectFolder.read(document)).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(target -> !target.matches("(?i)(https?|mailto):.*"))
                .toList();
    }

    private static boolean leadsSomewhere(Path document, String target) {
        var parts = target.split("#", 2);
        var file = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || headings(file).contains(parts[1]));
    }

    /** The anchors that a reader of Markdown makes of headings. */
    private static List<String> headings(Path file) {
        return HEADING.matcher(CODE.matcher(ProjectFolder.read(file)).replaceAll(""))
                .results()
                .map(found -> found.group(1).strip().toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
