package relais.feed.oracle.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Where something happens. A région that ended in 2016, or began then, knows it. */
record Place(String id, LocalDate from, LocalDate until, Set<String> above) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    static final List<Place> ALL = read();

    private static List<Place> read() {
        try (InputStream table =
                Objects.requireNonNull(
                        Place.class.getResourceAsStream("/relais/feed/oracle/territories.csv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .map(
                            cells ->
                                    new Place(
                                            cells[0],
                                            day(cells[2], LocalDate.MIN),
                                            day(cells[3], LocalDate.MAX),
                                            Set.of(cells[4].split(" "))))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static LocalDate day(String cell, LocalDate otherwise) {
        return cell.isEmpty() ? otherwise : LocalDate.parse(cell);
    }

    boolean exists(Instant at) {
        LocalDate day = at.atZone(PARIS).toLocalDate();
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** Itself and what lies inside it. */
    List<Place> within() {
        return ALL.stream()
                .filter(other -> other.id.equals(id) || other.above.contains(id))
                .toList();
    }

    String scheme() {
        return id.substring(0, id.indexOf(':'));
    }
}
