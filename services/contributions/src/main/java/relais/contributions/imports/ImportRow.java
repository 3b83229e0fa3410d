package relais.contributions.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;

/**
 * One row of an archive.
 *
 * @param number from 1
 * @param content all that makes it the same row when it comes again; no text of a message
 */
record ImportRow(int number, Said said, String content, Meaning meaning) {

    /**
     * What every row says, as typed.
     *
     * @param ref the archive's own name of what the row creates
     * @param as {@code partner} or {@code committee}; absent for all that the partner is
     * @param mandate absent for the operator's own
     */
    public record Said(
            @Nullable String ref,
            @Nullable String occurredAt,
            @Nullable String partner,
            @Nullable String as,
            @Nullable String mandate) {}

    /** What it asks for, or why that cannot be told. */
    public sealed interface Meaning {

        /**
         * @param target the field of the row that names the aggregate, for a refusal
         */
        record Understood(String id, String target, boolean creates, Step step)
                implements Meaning {}

        /**
         * @param id of the aggregate, as far as it can be told
         */
        record Unclear(@Nullable String id, List<Refusal> refusals) implements Meaning {
            public Unclear {
                refusals = List.copyOf(refusals);
            }
        }

        /** Of the aggregate; absent if it cannot be told. */
        default @Nullable String aggregate() {
            return switch (this) {
                case Understood understood -> understood.id();
                case Unclear unclear -> unclear.id();
            };
        }
    }

    /** The change that a row asks for. */
    public interface Step {

        /** Whether the row was applied before. */
        boolean isApplied(String row);

        Result<?> apply(Request request);
    }
}
