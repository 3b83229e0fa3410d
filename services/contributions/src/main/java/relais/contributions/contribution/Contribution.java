package relais.contributions.contribution;

import static java.util.Objects.requireNonNull;

import relais.codec.StoredField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.Circumstances;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.Needs;

/**
 * One policy text of the committee from its opening on: the sum of its events. {@link #decide}
 * never changes it, {@link #apply} is the only way it changes.
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

    public List<Amendment> openAmendments() {
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

    /** What a decision has to know of others. */
    public static Needs needs(@Nullable Contribution before, ContributionCommand command) {
        return switch (command) {
            case ContributionCommand.Open open ->
                    Needs.SIGNATORIES.withCards(
                            ContributionId.parse(open.supersedes())
                                    .map(ContributionId::value)
                                    .map(Set::of)
                                    .orElse(Set.of()));
            case ContributionCommand.Cite cite ->
                    Needs.NOTHING.withExperiences(
                            ExperienceId.parse(cite.experience()).map(Set::of).orElse(Set.of()));
            case ContributionCommand.OpenConsultation _ -> Needs.SIGNATORIES;
            case ContributionCommand.Adopt _ ->
                    before == null ? Needs.NOTHING : needsOfBoard(before);
            default -> Needs.NOTHING;
        };
    }

    /** What one has to know of others to show where an adoption stands: see {@link Board}. */
    public static Needs needsOfBoard(Contribution contribution) {
        Consultation consultation = contribution.consultation();
        return Needs.NOTHING
                .withExperiences(
                        contribution.evidence().stream()
                                .map(Evidence::experience)
                                .collect(Collectors.toSet()))
                .withPartners(
                        consultation == null ? Set.of() : Set.copyOf(consultation.signatories()));
    }

    /** Events, or every reason against the command at once. */
    public static Decision<ContributionEvent> decide(
            @Nullable Contribution before,
            ContributionCommand command,
            Circumstances circumstances,
            QuorumRule quorum) {
        Case judged = new Case(before, command, circumstances, quorum);
        List<Refusal> refusals =
                ContributionPolicy.of(command).stream()
                        .flatMap(policy -> policy.check(judged))
                        .distinct()
                        .toList();
        return refusals.isEmpty() ? Outcome.of(judged) : new Decision.Refused<>(refusals);
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
