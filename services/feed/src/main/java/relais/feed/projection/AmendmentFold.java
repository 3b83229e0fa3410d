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
                        null,
                        null));
        return amendments;
    }

    /** What was accepted may differ from what was proposed: the drafters settled a conflict. */
    static List<Amendment> accepted(
            List<Amendment> before, ContributionEvent.AmendmentAccepted event) {
        return settled(
                before,
                event.amendmentId(),
                amendment ->
                        settled(
                                amendment,
                                event.heading(),
                                event.body(),
                                Settlement.ACCEPTED,
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
                                amendment.heading(),
                                amendment.body(),
                                Settlement.REJECTED,
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
                                amendment.heading(),
                                amendment.body(),
                                Settlement.WITHDRAWN,
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
            String heading,
            String body,
            Settlement how,
            @Nullable String remark,
            Stamp stamp) {
        return new Amendment(
                amendment.id(),
                amendment.partner(),
                amendment.section(),
                amendment.basedOn(),
                heading,
                body,
                amendment.reason(),
                amendment.proposedAt(),
                how,
                remark,
                stamp.time());
    }
}
