package relais.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened between two working days; since and from are absent for the first. */
public record DayReport(
        Day workingDay,
        @Nullable Day since,
        @Nullable Instant from,
        Instant to,
        List<Figure> figures) {

    public record Day(String id, LocalDate date, String theme, String place) {}

    public record Figure(
            String figure,
            long total,
            List<Part> axes,
            List<Part> regions,
            List<Entry> items,
            String list) {}

    public record Part(String value, String name, long count) {}
}
