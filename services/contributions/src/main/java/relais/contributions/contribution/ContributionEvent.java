package relais.contributions.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience.Change;

/** What happened to a contribution. Its instant and version travel beside it. */
public sealed interface ContributionEvent {

    /** One section of a text as it was saved. */
    record Passage(SectionId id, Wording wording) {}

    /**
     * @param home the opener's territory on that day: where the contribution stays filed for ever
     * @param drafters the opener first
     */
    record Opened(
            ContributionId id,
            PartnerId opener,
            TerritoryCode home,
            ContributionKind kind,
            String title,
            @Nullable String summary,
            List<Axis> axes,
            List<PartnerId> drafters,
            @Nullable ContributionId supersedes)
            implements ContributionEvent {
        public Opened {
            axes = List.copyOf(axes);
            drafters = List.copyOf(drafters);
        }
    }

    /** A new version of the whole text. */
    record Drafted(
            String title,
            @Nullable String summary,
            List<Axis> axes,
            List<Passage> sections,
            @Nullable String note)
            implements ContributionEvent {
        public Drafted {
            axes = List.copyOf(axes);
            sections = List.copyOf(sections);
        }
    }

    /**
     * The drafters hold the text ready for a consultation; a change of the text takes it back.
     *
     * @param textVersion the text that is ready
     */
    record Submitted(long textVersion, @Nullable String note) implements ContributionEvent {}

    /** Cited, or cited again: the later citation of an experience replaces the earlier one. */
    record EvidenceCited(
            ExperienceId experience,
            long version,
            @Nullable SectionId section,
            @Nullable String note)
            implements ContributionEvent {}

    record EvidenceRemoved(ExperienceId experience, @Nullable String reason)
            implements ContributionEvent {}

    /**
     * @param citedVersion the version that no longer says the last word
     */
    record EvidenceOutdated(ExperienceId experience, long citedVersion, Change change)
            implements ContributionEvent {}

    record AmendmentProposed(
            AmendmentId amendment,
            PartnerId partner,
            SectionId section,
            long basedOn,
            Wording base,
            Wording proposed,
            String reason)
            implements ContributionEvent {}

    /**
     * @param wording what the section says from now on: as proposed, or as resolved
     */
    record AmendmentAccepted(
            AmendmentId amendment, SectionId section, Wording wording, @Nullable String comment)
            implements ContributionEvent {}

    record AmendmentRejected(AmendmentId amendment, String reason) implements ContributionEvent {}

    record AmendmentWithdrawn(AmendmentId amendment, @Nullable String reason)
            implements ContributionEvent {}

    /**
     * @param signatories those asked, in the order of their ids
     * @param quorum how many positions are needed
     */
    record ConsultationOpened(
            Instant deadline, List<PartnerId> signatories, int quorum, @Nullable String note)
            implements ContributionEvent {
        public ConsultationOpened {
            signatories = List.copyOf(signatories);
        }
    }

    record PositionTaken(PartnerId partner, PositionChoice choice, @Nullable String reason)
            implements ContributionEvent {}

    /** Closed without adoption: the text can be worked on again. */
    record ConsultationClosed(String reason) implements ContributionEvent {}

    /**
     * @param supersedes the contribution whose place it takes
     */
    record Adopted(LocalDate adoptedOn, @Nullable ContributionId supersedes, @Nullable String note)
            implements ContributionEvent {}

    record Withdrawn(String reason) implements ContributionEvent {}

    record Superseded(ContributionId by) implements ContributionEvent {}
}
