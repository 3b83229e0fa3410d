package relais.feed.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a contribution. */
public sealed interface ContributionEvent extends FeedEvent {

    record ContributionOpened(
            Stamp stamp,
            ContributionCard.Opening opening,
            String title,
            @Nullable String summary,
            List<String> axes)
            implements ContributionEvent {

        public ContributionOpened {
            axes = List.copyOf(axes);
        }
    }

    /** A new version of the text, whole. */
    record ContributionDrafted(
            Stamp stamp,
            String title,
            @Nullable String summary,
            List<String> axes,
            List<Draft> sections,
            @Nullable String note)
            implements ContributionEvent {

        public ContributionDrafted {
            axes = List.copyOf(axes);
            sections = List.copyOf(sections);
        }
    }

    /** A section as it was drafted. */
    record Draft(String sectionId, String heading, String body) {}

    /** The drafters hold the text ready for a consultation. */
    record ContributionSubmitted(Stamp stamp, @Nullable String note) implements ContributionEvent {}

    record EvidenceCited(
            Stamp stamp,
            String experience,
            long version,
            @Nullable String section,
            @Nullable String note)
            implements ContributionEvent {}

    record EvidenceRemoved(Stamp stamp, String experience, @Nullable String reason)
            implements ContributionEvent {}

    record EvidenceOutdated(Stamp stamp, String experience, ContributionCard.Outdated outdated)
            implements ContributionEvent {}

    record AmendmentProposed(
            Stamp stamp,
            String amendmentId,
            String partner,
            String section,
            long basedOn,
            String heading,
            String body,
            String reason)
            implements ContributionEvent {}

    record AmendmentAccepted(
            Stamp stamp,
            String amendmentId,
            String section,
            String heading,
            String body,
            @Nullable String comment)
            implements ContributionEvent {}

    record AmendmentRejected(Stamp stamp, String amendmentId, String reason)
            implements ContributionEvent {}

    record AmendmentWithdrawn(Stamp stamp, String amendmentId, @Nullable String reason)
            implements ContributionEvent {}

    record ConsultationOpened(
            Stamp stamp,
            Instant deadline,
            List<String> signatories,
            int quorum,
            @Nullable String note)
            implements ContributionEvent {

        public ConsultationOpened {
            signatories = List.copyOf(signatories);
        }
    }

    record PositionTaken(Stamp stamp, String partner, String choice, @Nullable String reason)
            implements ContributionEvent {}

    record ConsultationClosed(Stamp stamp, String reason) implements ContributionEvent {}

    record ContributionAdopted(Stamp stamp, LocalDate adoptedOn, @Nullable String note)
            implements ContributionEvent {}

    record ContributionWithdrawn(Stamp stamp, String reason) implements ContributionEvent {}

    record ContributionSuperseded(Stamp stamp, String by) implements ContributionEvent {}
}
