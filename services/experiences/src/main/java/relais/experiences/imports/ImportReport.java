package relais.experiences.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;

/** What happened to each row of an archive, in the order of the file. */
public record ImportReport(List<Row> rows) {

    public ImportReport {
        rows = List.copyOf(rows);
    }

    public enum Outcome {
        /** The experience is new. */
        CREATED,
        /** The experience was changed. */
        APPLIED,
        /** The same row had been taken before. */
        UNCHANGED,
        /** Nothing was done; the refusals say why. */
        REFUSED
    }

    /**
     * @param title of the row's card, or of the experience that it changes; absent if neither is
     *     known
     * @param id of the experience; absent if it is not known
     * @param version of the experience after the row; absent if it was refused
     */
    public record Row(
            long line,
            @Nullable String externalId,
            @Nullable String title,
            Outcome outcome,
            @Nullable String id,
            @Nullable Long version,
            @JsonIgnore List<Refusal> refusals) {
        public Row {
            refusals = List.copyOf(refusals);
        }
    }

    /** How many rows came to each outcome; every outcome is there. */
    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, rows.stream().filter(row -> row.outcome() == outcome).count());
        }
        return counts;
    }
}
