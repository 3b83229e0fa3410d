package relais.feed.rebuild;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;

/**
 * One set of collections, and what is known of it.
 *
 * @param number from 1; never given twice
 * @param builtAt null until it is complete
 * @param lease who works on it; null if nobody does
 * @param parity how it compares with the one that served then; null if that was not looked at
 * @param activation when it was last made to serve; null if it never did
 * @param failure why building it ended early
 */
public record Model(
        @StoredField(name = "_id") int number,
        Stage stage,
        Order order,
        Work work,
        @Nullable Instant builtAt,
        @Nullable Lease lease,
        @Nullable Parity parity,
        @Nullable Activation activation,
        @Nullable String failure) {

    /**
     * What was asked for.
     *
     * @param by the mandate of whoever asked, or {@link #ITSELF}
     * @param asOf only what had happened by then, for inspection; null for everything
     * @param batchSize how many events are folded, and documents inserted, together
     */
    public record Order(String by, Instant at, @Nullable Instant asOf, int batchSize) {

        /** The service, which had no model to serve from. */
        public static final String ITSELF = "relais.feed";
    }

    /**
     * The right to work on a model. It needs no clocks that agree: whoever sees the same beats for
     * long enough by its own may take it over.
     *
     * @param owner a process
     */
    public record Lease(String owner, long beats) {}

    /** When it was last made to serve. */
    @Schema(name = "Activation")
    public record Activation(
            Instant at,
            String by,
            @Schema(description = "Why, although it holds something else")
                    @Nullable String reason) {}

    /** A model that is waiting to be built. */
    static Model ordered(int number, Order order) {
        return new Model(number, Stage.BUILDING, order, Work.NONE, null, null, null, null, null);
    }

    /** A model that a group fills from the beginning of the log, as on a new platform. */
    static Model live(int number, Order order) {
        return new Model(number, Stage.BUILT, order, Work.NONE, order.at(), null, null, null, null);
    }

    /** Whether it was made by a rebuild, and not by a group from the beginning of the log. */
    public boolean isRebuilt() {
        return work.isPlanned() || builtAt == null;
    }

    /** Whether a group keeps it up to date, so that it can serve. */
    public boolean isFollowed() {
        return stage == Stage.BUILT && order.asOf() == null;
    }
}
