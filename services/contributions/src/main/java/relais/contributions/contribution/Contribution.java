package relais.contributions.contribution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.codec.StoredField;
import relais.contributions.known.Circumstances;
import relais.contributions.known.ExperienceId;

/**
 * One policy text of the committee from its opening on: the sum of its events. {@link #apply} is
 * the only way it changes. It is stored as it is.
 *
 * @param home where its events are filed; never changes, whatever the opener becomes
 * @param drafters the partners that write it, the opener first
 * @param amendments all that were ever proposed, in that order
 * @param submission that the present text is ready; absent while nobody said so of it
 * @param consultation the one under way, or that led to the adoption; absent when it was closed
 * @param reason why it was withdrawn, or why its last consultation was closed, while it is so
 * @param firstConsultedAt from when on it is public; absent before
 * @param supersedes the contribution whose place it is to take
 * @param supersededBy the contribution that took its place
 */
public record Contribution(
        ContributionId id,
        PartnerId opener,
        TerritoryCode home,
        ContributionKind kind,
        Text text,
        List<PartnerId> drafters,
        List<Evidence> evidence,
        List<Amendment> amendments,
        @Nullable Submission submission,
        @Nullable Consultation consultation,
        ContributionStatus status,
        @Nullable String reason,
        Instant openedAt,
        @Nullable Instant firstConsultedAt,
        @Nullable LocalDate adoptedOn,
        @Nullable ContributionId supersedes,
        @Nullable ContributionId supersededBy) {

    /**
     * The drafters hold the text ready for a consultation.
     *
     * @param at when they said so
     * @param note what they said with it
     */
    record Submission(Instant at, @Nullable String note) {}

    public Contribution {
        drafters = List.copyOf(drafters);
        evidence = List.copyOf(evidence);
        amendments = List.copyOf(amendments);
    }

    /** Whether everyone may read it: what {@code firstConsultedAt} says, for lists. */
    @StoredField(name = "public")
    public boolean isPublic() {
        return firstConsultedAt != null;
    }

    /** Whether the drafters hold the present text ready for a consultation, for lists. */
    @StoredField(name = "submitted", omittedIfEmpty = true)
    boolean isSubmitted() {
        return submission != null;
    }

    public Optional<Evidence> evidence(ExperienceId experience) {
        return evidence.stream().filter(one -> one.experience().equals(experience)).findFirst();
    }

    public Optional<Amendment> amendment(AmendmentId amendment) {
        return amendments.stream().filter(one -> one.id().equals(amendment)).findFirst();
    }

    List<Amendment> openAmendments() {
        return amendments.stream().filter(Amendment::isOpen).toList();
    }

    /** What an amendment started from, what its section says now, and what it wants. */
    public ThreeWay threeWay(Amendment amendment) {
        Optional<Section> section = text.section(amendment.section());
        return new ThreeWay(
                amendment.base(),
                section.map(Section::wording).orElse(null),
                amendment.proposed(),
                section.map(now -> now.changedIn() > amendment.basedOn()).orElse(true));
    }

    /** The consultation under way; absent at any other time. */
    @Nullable Consultation openConsultation() {
        return status == ContributionStatus.CONSULTATION ? consultation : null;
    }

    /** Whether someone writes the text: also who may see the working copy of it. */
    boolean isDraftedBy(Actor actor) {
        return drafters.stream().anyMatch(actor::actsFor);
    }

    /**
     * Who may read it: the committee from its opening, everyone from its first consultation on,
     * whatever becomes of it.
     */
    boolean isVisibleTo(Circumstances reader) {
        return isPublic()
                || reader.isSecretary()
                || reader.actor().is(Role.SERVICE)
                || reader.isOfASignatory()
                || isDraftedBy(reader.actor());
    }

    /**
     * The contribution after one more event.
     *
     * @param before absent for the opening only
     */
    public static Contribution apply(
            @Nullable Contribution before, ContributionEvent event, Moment moment) {
        if (event instanceof ContributionEvent.Opened opened) {
            return Successor.opened(opened, moment);
        }
        Successor next = new Successor(requireNonNull(before, "an event before the opening"));
        next.follow(event, moment);
        return next.contribution();
    }
}
