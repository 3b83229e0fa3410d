package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import relais.web.Problem;

/** Which part of a list is asked for, and in which order. */
@ParameterObject
record Paging(
        @Schema(description = "nextCursor of the page before") @Nullable String cursor,
        @Schema(description = "At most so many, from 1 to 100") @Nullable String limit,
        @Schema(
                        description =
                                "date: the latest first; relevance: those with the words of q in their"
                                        + " title, tags and preview first, of the latest 300",
                        allowableValues = {"date", "relevance"})
                @Nullable String order) {

    private static final String RELEVANCE = "relevance";

    /**
     * Whether the best come first.
     *
     * @throws relais.web.ProblemException 400 naming {@code order}
     */
    boolean isByRelevance() {
        if (order != null && !isKnown(order)) {
            throw Problem.invalid("order", "one-of", "date, relevance").exception();
        }
        return RELEVANCE.equals(order);
    }

    static boolean isKnown(String order) {
        return order.equals(RELEVANCE) || order.equals("date");
    }
}
