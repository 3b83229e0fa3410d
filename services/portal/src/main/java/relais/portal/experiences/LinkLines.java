package relais.portal.experiences;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.portal.api.ExperienceContent.Link;

/** Links as people type them: one a line, some words and then the address. */
final class LinkLines {

    private LinkLines() {}

    static List<Link> read(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(LinkLines::link)
                .toList();
    }

    private static Link link(String line) {
        int last = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
        String end = line.substring(last + 1);
        if (last < 0 || end.contains("://")) {
            return new Link(label(line.substring(0, Math.max(last, 0))), end);
        }
        // Words without an address: the service says what is missing.
        return new Link(line, null);
    }

    private static @Nullable String label(String words) {
        String label = words.strip().replaceAll("\\s*:$", "");
        return label.isEmpty() ? null : label;
    }

    static String write(Link link) {
        String url = link.url() == null ? "" : link.url();
        // A link without words is read by its address, and need not be typed twice.
        return link.label() == null || link.label().equals(url)
                ? url
                : (link.label() + " " + url).strip();
    }
}
