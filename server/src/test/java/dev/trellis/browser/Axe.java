package dev.trellis.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What keeps a page from somebody who sees, hears or moves differently. */
final class Axe {
    private static final int TOLD_NODES = 3;

    private Axe() {}

    /** The serious and critical faults of the page as it is. No page has frames, so no second window is opened to look. */
    @SuppressWarnings("deprecation") // said of pages with frames
    static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> page.url() + ": " + rule.getId() + " " + nodes(rule))
                        .toList();
    }

    private static String nodes(Rule rule) {
        return rule.getNodes().stream()
                .limit(TOLD_NODES)
                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                .collect(Collectors.joining("; "));
    }
}
