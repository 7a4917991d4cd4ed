package dev.trellis.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Walks a person's pages by their links, as somebody would who tries everything, one page of each kind: addresses that
 * differ only in an id or in what is asked for are of one kind.
 */
final class Crawl {
    private static final String LINKS =
            "() => [...document.querySelectorAll('a[href]:not([download])')].map(a => a.getAttribute('href')).filter(h => h.startsWith('/app') && !h.startsWith('/app/assets'))";

    private final Page page;
    private final Map<String, String> visited = new LinkedHashMap<>();

    private Crawl(Page page) {
        this.page = page;
    }

    /** Visits every kind of page that can be reached; returns for each kind the address that was visited. */
    static Map<String, String> of(Page page, BiConsumer<Page, String> look) {
        return new Crawl(page).walk(look);
    }

    /** The kind of an address: ids and numbers are {@code {id}}, and what stands behind a question mark is left out. */
    static String kind(String address) {
        return address.replaceFirst("[?#].*$", "")
                .replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "/{id}")
                .replaceAll("/\\d{4}-\\d\\d-\\d\\d", "/{day}")
                .replaceAll("/\\d+", "/{id}")
                .replaceFirst("^/app/onboarding/(?!paths$|review$)[a-z]+$", "/app/onboarding/{id}")
                .replaceFirst("^(/app/consultation/\\{id})/[a-z_]+$", "$1/{id}");
    }

    @SuppressWarnings("unchecked") // The script returns a list of texts.
    private Map<String, String> walk(BiConsumer<Page, String> look) {
        var waiting = new ArrayDeque<>(List.of("/app/today", "/app/more"));
        while (!waiting.isEmpty()) {
            var address = waiting.poll();
            if (visited.putIfAbsent(kind(address), address) != null) {
                continue;
            }
            var answer = page.navigate(address);
            if (answer.headerValue("content-disposition") != null) {
                continue;
            }
            look.accept(page, address);
            var links = (List<String>) page.evaluate(LINKS);
            links.stream().filter(link -> !visited.containsKey(kind(link))).forEach(waiting::add);
        }
        return visited;
    }
}
