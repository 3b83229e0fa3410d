package relais.contributions.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;

/** What happened to each row of an archive, in the order of the archive. */
record ImportReport(List<Row> rows) {

    public ImportReport {
        rows = List.copyOf(rows);
    }

    public enum Outcome {
        /** Something new is there. */
        CREATED,
        /** Something was changed. */
        APPLIED,
        /** The same row had been taken before. */
        UNCHANGED,
        /** Nothing was done; the refusals say why. */
        REFUSED
    }

    /**
     * @param id of the aggregate; absent if the row does not tell
     * @param version of the aggregate after the row; absent if it was refused
     */
    public record Row(
            int number,
            @Nullable String ref,
            Outcome outcome,
            @Nullable String id,
            @Nullable Long version,
            List<Refusal> refusals) {
        public Row {
            refusals = List.copyOf(refusals);
        }
    }

    /** How many rows had each outcome. */
    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, rows.stream().filter(row -> row.outcome() == outcome).count());
        }
        return counts;
    }
}
