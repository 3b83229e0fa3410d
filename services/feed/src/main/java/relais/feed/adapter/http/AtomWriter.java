package relais.feed.adapter.http;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import relais.feed.projection.Kind;
import relais.web.Page;

/**
 * Writes RFC 4287. Ids are tag URIs of the event's id, so that they stay the same whatever address
 * the feed is read at.
 *
 * @param pages where people read cards, without a slash at the end: an entry leads to its page, not
 *     to the JSON of it
 */
public record AtomWriter(Sentences sentences, String pages) {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final String TAG = "tag:relais.example,2015:";

    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /**
     * The document.
     *
     * @param self the address it was read at, with its query; encoded, as a request has it
     */
    String write(Page<FeedEntry> page, UriComponentsBuilder self, Locale locale) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", locale.getLanguage().equals("en") ? "en" : "fr");
            head(xml, page, self, locale);
            for (FeedEntry entry : page.items()) {
                entry(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
        return text.toString();
    }

    private void head(
            XMLStreamWriter xml, Page<FeedEntry> page, UriComponentsBuilder self, Locale locale)
            throws XMLStreamException {
        // Without the paging, so that the id is that of the list and not of one of its pages.
        var list = self.cloneBuilder().replaceQueryParam("cursor").replaceQueryParam("limit");
        String query = list.build().getQuery();
        element(xml, "id", TAG + "feed" + (query == null || query.isEmpty() ? "" : "?" + query));
        element(xml, "title", sentences.fill("atom.title", Map.of(), locale));
        Instant updated =
                page.items().stream()
                        .map(FeedEntry::at)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        element(xml, "updated", updated.toString());
        link(xml, "self", self.build().toUriString());
        if (page.nextCursor() != null) {
            String cursor = UriUtils.encode(page.nextCursor(), StandardCharsets.UTF_8);
            var next = self.cloneBuilder().replaceQueryParam("cursor", cursor);
            link(xml, "next", next.build().toUriString());
        }
    }

    private void entry(XMLStreamWriter xml, FeedEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", TAG + entry.id());
        element(xml, "title", entry.summary());
        element(xml, "updated", entry.at().toString());
        element(xml, "published", entry.at().toString());
        xml.writeStartElement("author");
        element(xml, "name", (entry.by() == null ? entry.partner() : entry.by()).name());
        xml.writeEndElement();
        // A message has no page of its own: it stands on that of the card it is about.
        CardRef subject = entry.kind() == Kind.MESSAGE ? entry.subject() : null;
        link(
                xml,
                "alternate",
                pages + "/cards/" + (subject == null ? entry.card().id() : subject.id()));
        category(xml, "territory", entry.territory().id(), entry.territory().name());
        for (String axis : entry.card().axes()) {
            category(xml, "axis", axis, axis);
        }
        String preview = entry.card().preview();
        if (preview != null) {
            element(xml, "summary", preview);
        }
        if (entry.note() != null) {
            xml.writeStartElement("content");
            xml.writeAttribute("type", "text");
            xml.writeCharacters(printable(entry.note()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private static void category(XMLStreamWriter xml, String scheme, String term, String label)
            throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("scheme", TAG + scheme);
        xml.writeAttribute("term", printable(term));
        xml.writeAttribute("label", printable(label));
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(printable(text));
        xml.writeEndElement();
    }

    /** Without what XML 1.0 cannot hold, not even escaped: most control characters. */
    private static String printable(String text) {
        return NO_XML.matcher(text).replaceAll("\uFFFD");
    }
}
