package relais.portal.share;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;
import relais.portal.api.Card;
import relais.portal.api.Facets;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.PartnerDetails;
import relais.portal.api.PartnersApi;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.page.NotFound;
import relais.portal.page.PublicAddress;

/**
 * All public pages, for search engines: an index of files, one for the cards of each year (of each
 * month of a year that has too many for one file), one for territories and partners, one for pages
 * that only inform.
 */
@Controller
record SitemapController(
        Remote<FeedApi> feed, Remote<PartnersApi> partners, PublicAddress address) {

    /** Addresses of one file: fifty questions to the feed. The protocol allows ten times more. */
    static final int MOST = 5_000;

    private static final int PAGE = 100;
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/actualite",
                    "/experiences",
                    "/textes",
                    "/donnees",
                    "/time-machine",
                    "/territoires",
                    "/aide",
                    "/aide/glossaire",
                    "/a-propos");

    /** Cards that have a page of their own; what was withdrawn is not for search engines. */
    private static final List<Object> CARDS = List.of("kind", "ALL", "status", "STANDING");

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        String said =
                """
                User-agent: *
                Disallow: /desk/
                Disallow: /account
                Disallow: /sign-in
                Disallow: /places
                Disallow: /*?*cursor=
                Sitemap: %s
                """
                        .formatted(address.of("/sitemap.xml"));
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(said);
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> index() {
        var question = Questions.of(CARDS.toArray());
        Answer<Facets> counted = feed.ask(api -> api.facets(question));
        if (!counted.isOk()) {
            return away();
        }
        Stream<String> files =
                Stream.concat(
                        Stream.of("pages", "territories"),
                        periods(counted.value().month()).stream().map(each -> "cards-" + each));
        return xml(
                "sitemapindex",
                files.map(
                        file -> entry("sitemap", address.of("/sitemaps/" + file + ".xml"), null)));
    }

    /** Years, or months where one year would not fit; of those that have any. */
    static List<String> periods(List<Facets.Count> months) {
        Map<String, List<Facets.Count>> years = new TreeMap<>();
        months.forEach(
                month ->
                        years.computeIfAbsent(month.value().substring(0, 4), _ -> new ArrayList<>())
                                .add(month));
        var periods = new ArrayList<String>();
        years.forEach(
                (year, of) -> {
                    if (of.stream().mapToLong(Facets.Count::count).sum() <= MOST) {
                        periods.add(year);
                    } else {
                        of.forEach(month -> periods.add(month.value()));
                    }
                });
        return periods;
    }

    @GetMapping("/sitemaps/pages.xml")
    ResponseEntity<String> pages() {
        return xml("urlset", PAGES.stream().map(path -> entry("url", address.of(path), null)));
    }

    @GetMapping("/sitemaps/cards-{period:\\d{4}(?:-\\d\\d)?}.xml")
    ResponseEntity<String> cards(@PathVariable String period) {
        String[] days = days(period);
        var question = Questions.of(CARDS.toArray());
        question.set("from", days[0]);
        question.set("to", days[1]);
        Answer<List<Card>> found =
                feed.ask(
                        api ->
                                all(
                                        next -> {
                                            question.set("limit", String.valueOf(PAGE));
                                            if (next != null) {
                                                question.set("cursor", next);
                                            }
                                            return api.cards(question);
                                        }));
        return found.isOk() ? xml("urlset", found.value().stream().flatMap(this::entries)) : away();
    }

    @GetMapping("/sitemaps/territories.xml")
    ResponseEntity<String> territories() {
        Answer<List<PartnerDetails>> found =
                partners.ask(
                        api ->
                                all(
                                        next ->
                                                api.partners(
                                                        Questions.of(
                                                                "limit", PAGE, "cursor", next))));
        if (!found.isOk()) {
            return away();
        }
        Set<String> territories = new LinkedHashSet<>();
        found.value().forEach(partner -> territories.add(partner.territory()));
        Stream<String> paths =
                Stream.concat(
                        territories.stream().map(id -> "/territoires/" + id),
                        found.value().stream()
                                .filter(partner -> partner.status().equals("ACTIVE"))
                                .map(partner -> "/partenaires/" + partner.id()));
        return xml("urlset", paths.map(path -> entry("url", address.of(path), null)));
    }

    /** A partner has a page of its own, and messages none. */
    private Stream<String> entries(Card card) {
        return card.kind().equals("MESSAGE") || card.kind().equals("PARTNER") || card.textHidden()
                ? Stream.of()
                : Stream.of(entry("url", address.of("/cards/" + card.id()), card.updatedAt()));
    }

    /** Page by page, up to {@link #MOST}. */
    private static <T> List<T> all(PageOf<T> pages) {
        var all = new ArrayList<T>();
        String cursor = null;
        do {
            Listing<T> page = pages.after(cursor);
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null && all.size() < MOST);
        return all;
    }

    @FunctionalInterface
    private interface PageOf<T> {
        Listing<T> after(@Nullable String cursor);
    }

    private static String[] days(String period) {
        try {
            return period.indexOf('-') < 0
                    ? new String[] {period + "-01-01", period + "-12-31"}
                    : new String[] {
                        period + "-01", YearMonth.parse(period).atEndOfMonth().toString()
                    };
        } catch (DateTimeParseException noMonth) {
            throw new NotFound();
        }
    }

    private static String entry(String element, String location, @Nullable Instant changed) {
        return "  <"
                + element
                + "><loc>"
                + HtmlUtils.htmlEscape(location, "UTF-8")
                + "</loc>"
                + (changed == null ? "" : "<lastmod>" + changed + "</lastmod>")
                + "</"
                + element
                + ">\n";
    }

    private static ResponseEntity<String> xml(String root, Stream<String> entries) {
        var document = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        document.append("<").append(root).append(" xmlns=\"").append(NAMESPACE).append("\">\n");
        entries.forEach(document::append);
        document.append("</").append(root).append(">\n");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(document.toString());
    }

    private static ResponseEntity<String> away() {
        return ResponseEntity.status(503).header("Retry-After", "30").build();
    }
}
