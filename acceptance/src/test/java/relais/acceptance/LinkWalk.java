package relais.acceptance;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Follows the links of the portal as one person in one language. Every link of every page that is
 * reached is looked at; of those that differ by nothing but identifiers and values, a few are
 * followed: pages of one template with the same parameters are of one make.
 */
final class LinkWalk {

    /** Pages that are read as of a date. */
    private static final Pattern DATED =
            Pattern.compile(
                    "/(actualite|experiences|cards/.*|territoires(/.*)?|partenaires/.*|time-machine|places)");

    private static final Pattern IDENTIFIER =
            Pattern.compile("(?<=/)([a-z]{1,3})-[^/]+|(?<=/)[^/]*\\d[^/]*");

    /** A date or a figure as people of some language write it, in an address. */
    private static final Pattern LOCAL =
            Pattern.compile(
                    "\\d{1,2}(/|%2F)\\d{1,2}(/|%2F)\\d{2}|\\d(%C2%A0|%E2%80%AF|,)\\d{3}\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Duration TO_COME = Duration.ofSeconds(60);

    private final PlainBrowser browser;
    private final URI portal;
    private final String language;
    private final boolean past;

    private final Deque<Link> waiting = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> shapes = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final int each;
    private int visited;

    private record Link(String address, String from) {}

    /**
     * @param past whether pages are read as of a past date; then those that know no date are left
     *     to the walk of the present
     * @param each how many links of one make are followed
     */
    LinkWalk(PlainBrowser browser, URI portal, String language, boolean past, int each) {
        this.browser = browser;
        this.portal = portal;
        this.language = language;
        this.past = past;
        this.each = each;
    }

    List<String> faults() {
        return faults;
    }

    int visited() {
        return visited;
    }

    Set<String> shapes() {
        return new TreeSet<>(shapes.keySet());
    }

    LinkWalk from(String... addresses) {
        Arrays.stream(addresses)
                .forEach(address -> look(new Link(address, "the start"), portal, true));
        while (!waiting.isEmpty()) {
            visit(waiting.remove());
        }
        return this;
    }

    /**
     * What is said to come later, such as open data just after a text was hidden, is asked for
     * again.
     */
    private PlainBrowser.Page read(URI address) {
        return Awaitility.await(address.toString())
                .atMost(TO_COME)
                .pollInterval(Duration.ofSeconds(1))
                .pollDelay(Duration.ZERO)
                .until(() -> browser.get(address), page -> !page.isToCome());
    }

    private void visit(Link link) {
        visited++;
        PlainBrowser.Page page = read(portal.resolve(link.address()));
        if (page.status() >= 400) {
            fault(link, "answers " + page.status());
            return;
        }
        if (!isOfPortal(page.address())) {
            return;
        }
        URI here = page.address();
        if (isDated(link.address()) && !hasDate(here) && DATED.matcher(here.getPath()).matches()) {
            fault(link, "loses the date on the way to " + here);
        }
        if (!page.type().startsWith("text/html")) {
            return;
        }
        Document document = Jsoup.parse(page.text(), here.toString());
        // A part of a page, for a script, has no language of its own.
        if (page.text().startsWith("<!DOCTYPE")
                && !document.select("html").attr("lang").equals(language)) {
            fault(link, "is in another language");
        }
        for (Element element : document.select("a[href], area[href], link[rel=alternate]")) {
            String href = element.attr("href");
            if (href.startsWith("#")) {
                if (href.length() > 1 && document.getElementById(href.substring(1)) == null) {
                    fault(new Link(href, here.toString()), "leads to nothing of the page");
                }
            } else {
                boolean leaves = element.hasClass("today") || element.tagName().equals("link");
                look(new Link(href, here.toString()), here, leaves);
            }
        }
        for (Element element : document.select("[hx-get]")) {
            look(new Link(element.attr("hx-get"), here.toString()), here, true);
        }
        PlainWords.faults(document).forEach(shown -> fault(link, shown));
    }

    /**
     * @param leaves whether it may leave the date
     */
    private void look(Link link, URI here, boolean leaves) {
        URI target;
        try {
            target = here.resolve(link.address());
        } catch (IllegalArgumentException unreadable) {
            fault(link, "is no address");
            return;
        }
        if (!isOfPortal(target)) {
            return;
        }
        String query = target.getRawQuery() == null ? "" : target.getRawQuery();
        if (LOCAL.matcher(query).find()) {
            fault(link, "has a date or a figure in words of a language");
        }
        boolean dated = DATED.matcher(target.getPath()).matches();
        if (past && !leaves && hasDate(here)) {
            boolean kept =
                    target.getPath().equals("/sign-in")
                            ? query.contains("asOf%3D")
                            : !dated || hasDate(target);
            if (!kept) {
                fault(link, "loses the date");
            }
        }
        // The walk keeps its language, and the walk of the past its date.
        if (query.matches("(.*&)?lang=.*") || (past && !(dated && hasDate(target)))) {
            return;
        }
        String address = target.getRawPath() + (query.isEmpty() ? "" : "?" + query);
        if (seen.add(address) && shapes.merge(shape(target), 1, Integer::sum) <= each) {
            waiting.add(new Link(address, link.from()));
        }
    }

    /**
     * On the feed and in the library any filters may be set at once: with several of them it is of
     * one make.
     */
    private static String shape(URI address) {
        String path =
                IDENTIFIER
                        .matcher(address.getPath())
                        .replaceAll("{$1}")
                        .replaceFirst("^/tags/.+", "/tags/{tag}");
        Set<String> names = new TreeSet<>();
        if (address.getRawQuery() != null) {
            for (String part : address.getRawQuery().split("&", -1)) {
                names.add(part.replaceFirst("=.*", ""));
            }
        }
        boolean several =
                Set.of("/actualite", "/experiences").contains(path)
                        && names.size() > (names.contains("asOf") ? 2 : 1);
        return path + (several ? "[several" + (names.contains("asOf") ? ", asOf]" : "]") : names);
    }

    private boolean isOfPortal(URI address) {
        return portal.getAuthority().equals(address.getAuthority());
    }

    private boolean isDated(String address) {
        return past && hasDate(portal.resolve(address));
    }

    private static boolean hasDate(URI address) {
        return address.getRawQuery() != null && address.getRawQuery().matches("(.*&)?asOf=.+");
    }

    private void fault(Link link, String what) {
        faults.add(link.address() + " " + what + ", found on " + link.from());
    }
}
