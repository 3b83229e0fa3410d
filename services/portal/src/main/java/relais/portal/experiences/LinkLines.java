package relais.portal.experiences;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Card;

/** Links as people type them: one a line, some words and then the address. */
final class LinkLines {

    private LinkLines() {}

    static List<Card.Link> read(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(LinkLines::link)
                .toList();
    }

    static String write(List<Card.Link> links) {
        return links.stream().map(LinkLines::line).collect(Collectors.joining("\n"));
    }

    private static Card.Link link(String line) {
        int last = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
        String end = line.substring(last + 1);
        if (last < 0 || end.contains("://")) {
            return new Card.Link(label(line.substring(0, Math.max(last, 0))), end);
        }
        // Words without an address: the service says what is missing.
        return new Card.Link(line, null);
    }

    private static @Nullable String label(String words) {
        String label = words.strip().replaceAll("\\s*:$", "");
        return label.isEmpty() ? null : label;
    }

    private static String line(Card.Link link) {
        String url = link.url() == null ? "" : link.url();
        // A link without words is read by its address, and need not be typed twice.
        return link.label() == null || link.label().equals(url)
                ? url
                : (link.label() + " " + url).strip();
    }
}
