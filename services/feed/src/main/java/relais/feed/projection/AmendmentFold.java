package relais.feed.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ContributionCard.Amendment;
import relais.feed.projection.ContributionCard.Settlement;

/** What each event makes of the amendments to a contribution. */
final class AmendmentFold {

    private AmendmentFold() {}

    static List<Amendment> proposed(
            List<Amendment> before, ContributionEvent.AmendmentProposed event) {
        var amendments = new ArrayList<>(before);
        amendments.removeIf(amendment -> amendment.id().equals(event.amendmentId()));
        amendments.add(
                new Amendment(
                        event.amendmentId(),
                        event.partner(),
                        event.section(),
                        event.basedOn(),
                        event.heading(),
                        event.body(),
                        event.reason(),
                        event.stamp().time(),
                        Settlement.PROPOSED,
                        false,
                        null,
                        null));
        return amendments;
    }

    /**
     * What was accepted may differ from what was proposed, since the drafters settled a conflict:
     * the amendment stays its proposer's.
     */
    static List<Amendment> accepted(
            List<Amendment> before, ContributionEvent.AmendmentAccepted event) {
        return settled(
                before,
                event.amendmentId(),
                amendment ->
                        settled(
                                amendment,
                                Settlement.ACCEPTED,
                                !amendment.heading().equals(event.heading())
                                        || !amendment.body().equals(event.body()),
                                event.comment(),
                                event.stamp()));
    }

    static List<Amendment> rejected(
            List<Amendment> before, ContributionEvent.AmendmentRejected event) {
        return settled(
                before,
                event.amendmentId(),
                amendment ->
                        settled(
                                amendment,
                                Settlement.REJECTED,
                                false,
                                event.reason(),
                                event.stamp()));
    }

    static List<Amendment> withdrawn(
            List<Amendment> before, ContributionEvent.AmendmentWithdrawn event) {
        return settled(
                before,
                event.amendmentId(),
                amendment ->
                        settled(
                                amendment,
                                Settlement.WITHDRAWN,
                                false,
                                event.reason(),
                                event.stamp()));
    }

    private static List<Amendment> settled(
            List<Amendment> before, String id, UnaryOperator<Amendment> settling) {
        var amendments = new ArrayList<>(before);
        amendments.replaceAll(
                amendment -> amendment.id().equals(id) ? settling.apply(amendment) : amendment);
        return amendments;
    }

    private static Amendment settled(
            Amendment amendment,
            Settlement how,
            boolean reworded,
            @Nullable String remark,
            Stamp stamp) {
        return new Amendment(
                amendment.id(),
                amendment.partner(),
                amendment.section(),
                amendment.basedOn(),
                amendment.heading(),
                amendment.body(),
                amendment.reason(),
                amendment.proposedAt(),
                how,
                reworded,
                remark,
                stamp.time());
    }
}
