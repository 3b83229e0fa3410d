package relais.portal.share;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Card;
import relais.portal.api.Entry;
import relais.portal.api.Named;
import relais.portal.page.PublicAddress;
import relais.portal.page.Words;

/**
 * A result as a table of comma-separated values (RFC 4180) whose columns have titles in the
 * reader's language. No cell begins as a formula does: programs that open the file would compute
 * it.
 */
final class ResultTable {

    private static final String FORMULA = "=+-@\t\r\n";

    private final CSVPrinter printer;
    private final Words words;
    private final PublicAddress address;

    ResultTable(Appendable out, Words words, PublicAddress address) {
        this.words = words;
        this.address = address;
        try {
            this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void cardTitles() {
        titles(
                "title",
                "preview",
                "kind",
                "status",
                "partner",
                "territory",
                "code",
                "level",
                "axes",
                "tags",
                "published",
                "updated",
                "confirmed",
                "adoptions",
                "address");
    }

    void add(Card card) {
        row(
                card.title(),
                card.preview(),
                words.code("kind", card.kind()),
                words.code("status", card.status()),
                name(card.partner()),
                card.territory().name(),
                card.territory().id(),
                words.code("level", card.level()),
                axes(card.axes()),
                String.join(", ", card.tags()),
                day(card.publishedAt()),
                day(card.updatedAt()),
                card.lastConfirmedOn() == null ? null : card.lastConfirmedOn().toString(),
                String.valueOf(card.adoptions()),
                address.of("/cards/" + card.id()));
    }

    void entryTitles() {
        titles(
                "date",
                "event",
                "title",
                "summary",
                "kind",
                "partner",
                "territory",
                "code",
                "level",
                "axes",
                "tags",
                "address");
    }

    void add(Entry entry) {
        row(
                day(entry.at()),
                words.code("event", entry.type()),
                entry.card().title(),
                entry.summary(),
                words.code("kind", entry.kind()),
                name(entry.partner()),
                entry.territory().name(),
                entry.territory().id(),
                words.code("level", entry.card().level()),
                axes(entry.card().axes()),
                String.join(", ", entry.card().tags()),
                address.of("/cards/" + entry.card().id()));
    }

    /** The last line of a table that is cut off. */
    void cutOff(int rows, int columns) {
        var line = Stream.generate(() -> "").limit(columns).collect(Collectors.toList());
        line.set(0, words.message("share.csv.cut-off", words.number(rows)));
        row(line.toArray(String[]::new));
    }

    private void titles(String... names) {
        row(
                Stream.of(names)
                        .map(name -> words.message("share.csv." + name))
                        .toArray(String[]::new));
    }

    private void row(@Nullable String... cells) {
        try {
            for (String cell : cells) {
                printer.print(safe(cell));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String safe(@Nullable String cell) {
        String text = Objects.requireNonNullElse(cell, "");
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private String axes(List<String> axes) {
        return axes.stream()
                .map(axis -> words.code("axis", axis))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String name(@Nullable Named named) {
        return named == null ? null : named.name();
    }

    private static @Nullable String day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, Words.PARIS).toString();
    }
}
