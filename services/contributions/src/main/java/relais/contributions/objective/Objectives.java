package relais.contributions.objective;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.Stored;

/** What is asked of objectives. Everyone may read them. */
public interface Objectives {

    /** What a list keeps. What is absent keeps all. */
    record Selection(@Nullable Axis axis, @Nullable ObjectiveStatus status) {}

    /** Where a list was left: the last entry that was shown. */
    record Position(LocalDate dueOn, String id) {}

    /**
     * An entry of a list: without the measures before the latest.
     *
     * @param reason why it was withdrawn
     */
    record Listed(
            ObjectiveId id,
            long version,
            Aim aim,
            @Nullable Measure latest,
            ObjectiveStatus status,
            @Nullable String reason,
            Instant setAt,
            Instant updatedAt) {

        /** See {@link Aim#progress}; empty too before the first measure. */
        public Optional<BigInteger> progress() {
            return Optional.ofNullable(latest).flatMap(measure -> aim.progress(measure.value()));
        }
    }

    Optional<Stored<Objective>> find(ObjectiveId id);

    /** What is due first comes first. */
    List<Listed> list(Selection selection, @Nullable Position after, int limit);
}
