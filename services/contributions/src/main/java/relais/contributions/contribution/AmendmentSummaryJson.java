package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * An amendment without its texts, which may be long: they are at its own address.
 *
 * @param heading what the section would be called
 * @param moved while it waits: whether its section has changed since
 */
record AmendmentSummaryJson(
        @JsonUnwrapped Amendment amendment, String heading, @Nullable Boolean moved) {

    static AmendmentSummaryJson of(Contribution contribution, Amendment amendment) {
        return new AmendmentSummaryJson(
                amendment,
                amendment.proposed().heading(),
                amendment.isOpen() ? contribution.threeWay(amendment).moved() : null);
    }
}
