package dev.trellis.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What keeps a page from somebody who sees, hears or moves differently. */
final class Axe {
    private Axe() {}

    /** The serious and critical faults of the page as it is. */
    static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> page.url() + ": " + rule.getId() + " "
                                + rule.getNodes().getFirst().getHtml())
                        .toList();
    }
}
