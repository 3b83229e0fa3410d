package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import relais.feed.query.CardOrder;
import relais.web.Problem;

/** Which part of a list of cards is asked for, and in which order. */
@ParameterObject
record CardPaging(
        @Schema(description = "nextCursor of the page before") @Nullable String cursor,
        @Schema(description = "At most so many, from 1 to 100") @Nullable String limit,
        @Schema(
                        description =
                                "date: the latest first; relevance: those with the words of q in their"
                                        + " title, tags and preview first, of the latest 300;"
                                        + " adoptions: experiences, those with the most adoptions"
                                        + " that have not ended first; cost: experiences, the"
                                        + " cheapest first and those that do not say last. A card"
                                        + " that changes its place in the last two while they are"
                                        + " read may come twice or not at all",
                        allowableValues = {"date", "relevance", "adoptions", "cost"})
                @Nullable String order) {

    private static final String ADOPTIONS = "adoptions";
    private static final String COST = "cost";

    /** The order of the list itself; that of relevance is one of what it holds. */
    CardOrder cardOrder() {
        return ADOPTIONS.equals(order)
                ? CardOrder.ADOPTIONS
                : COST.equals(order) ? CardOrder.COST : CardOrder.DATE;
    }

    /**
     * The same of a list in that order.
     *
     * @throws relais.web.ProblemException 400 naming {@code order}
     */
    Paging paging() {
        if (order != null && cardOrder() == CardOrder.DATE && !Paging.isKnown(order)) {
            throw Problem.invalid("order", "one-of", "date, relevance, adoptions, cost")
                    .exception();
        }
        return new Paging(cursor, limit, cardOrder() == CardOrder.DATE ? order : null);
    }
}
