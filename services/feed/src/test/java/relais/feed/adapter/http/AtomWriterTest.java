package relais.feed.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import relais.feed.projection.Kind;
import relais.feed.projection.Status;
import relais.web.Page;

class AtomWriterTest {

    private final AtomWriter writer = new AtomWriter(new Sentences(), "https://relais.example");

    private static FeedEntry entry(String title, String note) {
        return new FeedEntry(
                "x-1:2",
                "ExperiencePublished",
                Instant.parse("2015-10-01T10:00:00Z"),
                title,
                Kind.EXPERIENCE,
                new Named("p-1", "Besançon & Cie"),
                null,
                new Named("commune:25056", "Besançon"),
                new FeedEntry.CardSummary(
                        "x-1",
                        2,
                        Status.PUBLISHED,
                        title,
                        "a < b",
                        "ECOLE",
                        List.of("USES"),
                        List.of()),
                null,
                note,
                false,
                false);
    }

    private Document parsed(Page<FeedEntry> page, String address) throws Exception {
        String text =
                writer.write(page, UriComponentsBuilder.fromUriString(address), Locale.FRENCH);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Document document, String name, int index) {
        return document.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name)
                .item(index)
                .getTextContent();
    }

    @Test
    void hostileTextsStayText() throws Exception {
        String hostile = "<script>&\"']]>\u0000\u0008 fin";
        Document document =
                parsed(
                        new Page<>(List.of(entry(hostile, hostile)), null),
                        "http://localhost:8084/feed.atom?territory=pays:FR");

        assertThat(text(document, "title", 1)).isEqualTo("<script>&\"']]>\uFFFD\uFFFD fin");
        assertThat(text(document, "name", 0)).isEqualTo("Besançon & Cie");
        assertThat(text(document, "content", 0)).contains("<script>");
    }

    @Test
    void idsStayTheSameAtAnyAddressAndOnAnyPage() throws Exception {
        var page = new Page<>(List.of(entry("t", "n")), "abc");
        Document here = parsed(page, "http://localhost:8084/feed.atom?territory=pays:FR&limit=2");
        Document there = parsed(page, "https://relais.fr/feed.atom?territory=pays:FR&cursor=x");

        assertThat(text(here, "id", 0)).isEqualTo(text(there, "id", 0));
        assertThat(text(here, "id", 1)).isEqualTo("tag:relais.example,2015:x-1:2");
        assertThat(text(here, "updated", 0)).isEqualTo("2015-10-01T10:00:00Z");
    }

    @Test
    void linksToItselfAndToTheNextPage() throws Exception {
        Document document =
                parsed(
                        new Page<>(List.of(entry("t", "n")), "abc"),
                        "http://localhost:8084/feed.atom?axis=USES");
        var links = document.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "link");

        assertThat(((Element) links.item(0)).getAttribute("href"))
                .isEqualTo("http://localhost:8084/feed.atom?axis=USES");
        assertThat(((Element) links.item(1)).getAttribute("rel")).isEqualTo("next");
        assertThat(((Element) links.item(1)).getAttribute("href"))
                .isEqualTo("http://localhost:8084/feed.atom?axis=USES&cursor=abc");
        assertThat(((Element) links.item(2)).getAttribute("href"))
                .isEqualTo("https://relais.example/cards/x-1");
    }

    /** As a request brings it; encoding it once more would make another address of it. */
    @Test
    void theAddressOfItselfIsEncodedOnce() throws Exception {
        Document document =
                parsed(
                        new Page<>(List.of(), "a+b="),
                        "http://localhost:8084/feed.atom?q=%C3%A9cole%20%26%20robot");
        var links = document.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "link");

        assertThat(((Element) links.item(0)).getAttribute("href"))
                .isEqualTo("http://localhost:8084/feed.atom?q=%C3%A9cole%20%26%20robot");
        assertThat(((Element) links.item(1)).getAttribute("href"))
                .isEqualTo(
                        "http://localhost:8084/feed.atom?q=%C3%A9cole%20%26%20robot&cursor=a%2Bb%3D");
    }

    @Test
    void anEmptyFeedIsValidToo() throws Exception {
        Document document = parsed(new Page<>(List.of(), null), "http://localhost:8084/feed.atom");

        assertThat(text(document, "updated", 0)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(text(document, "title", 0)).contains("Relais");
    }
}
