package relais.feed.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The territories of the history, as the table tells them. */
final class Gazetteer {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private record Row(String name, String from, String until, List<String> above) {}

    private final Map<String, Row> rows = new HashMap<>();

    Gazetteer() {
        try (InputStream table =
                Objects.requireNonNull(Gazetteer.class.getResourceAsStream("territories.csv"))) {
            for (String line :
                    new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split(";", -1);
                    List<String> above =
                            cells[4].isEmpty() ? List.of() : List.of(cells[4].split(" "));
                    rows.put(cells[0], new Row(cells[1], cells[2], cells[3], above));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Row row(String id) {
        return Objects.requireNonNull(rows.get(id), () -> id + " is missing in territories.csv");
    }

    String name(String id) {
        return row(id).name();
    }

    /** All in whose feeds something of these belongs, in order of their ids. */
    List<String> feedsOf(Collection<String> ids) {
        var feeds = new TreeSet<String>();
        for (String id : ids) {
            feeds.add(id);
            feeds.addAll(row(id).above());
        }
        return List.copyOf(feeds);
    }

    /** Only régions came and went. */
    boolean exists(String id, Instant at) {
        if (!id.startsWith("region:")) {
            return true;
        }
        String day = LocalDate.ofInstant(at, PARIS).toString();
        Row region = row(id);
        return (region.from().isEmpty() || region.from().compareTo(day) <= 0)
                && (region.until().isEmpty() || day.compareTo(region.until()) < 0);
    }
}
