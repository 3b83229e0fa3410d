package relais.contributions.contribution;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Circumstances;
import relais.contributions.known.EvidenceChange;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience;
import relais.contributions.known.Needs;

/**
 * Where the adoption of a contribution stands: each rule in order, with what it found. What depends
 * on a consultation is there while there is one.
 */
record Board(List<Finding> findings) {

    /** What one rule found, and the facts that it found it by; those of other rules are absent. */
    sealed interface Finding {

        @JsonProperty
        boolean met();

        /** Whether the adoption waits for it; a warning only wants to be known. */
        @JsonProperty("blocking")
        default boolean blocks() {
            return !met();
        }

        @JsonProperty
        default @Nullable Instant deadline() {
            return null;
        }

        /** How many positions are needed. */
        @JsonProperty
        default @Nullable Integer needed() {
            return null;
        }

        /** How many positions there are. */
        @JsonProperty
        default @Nullable Integer taken() {
            return null;
        }

        /** How many more positions are needed. */
        @JsonProperty
        default @Nullable Integer missing() {
            return null;
        }

        @JsonProperty
        default @Nullable List<Named> partners() {
            return null;
        }

        @JsonProperty
        default @Nullable List<AmendmentId> amendments() {
            return null;
        }

        @JsonProperty
        default @Nullable List<ExperienceId> experiences() {
            return null;
        }
    }

    /**
     * A partner as people call it.
     *
     * @param name absent when this service does not know it yet
     */
    record Named(PartnerId id, @Nullable String name) {}

    /** No amendment waits for an answer. */
    record AmendmentsSettled(List<AmendmentId> amendments) implements Finding {
        @Override
        public boolean met() {
            return amendments.isEmpty();
        }
    }

    /** The signatories were asked. */
    record ConsultationHeld(boolean met) implements Finding {}

    /** The time to answer is over. */
    record DeadlineReached(Instant deadline, boolean met) implements Finding {}

    /**
     * Enough signatories have answered, whatever they said.
     *
     * @param partners those asked that have not answered
     */
    record QuorumReached(Integer needed, Integer taken, List<Named> partners) implements Finding {
        @Override
        public Integer missing() {
            return Math.max(0, needed - taken);
        }

        @Override
        public boolean met() {
            return missing() == 0;
        }
    }

    /**
     * Nobody stands against it.
     *
     * @param partners those that do
     */
    record NoStandingObjection(List<Named> partners) implements Finding {
        @Override
        public boolean met() {
            return partners.isEmpty();
        }
    }

    /** No experience that it cites was hidden by the committee. */
    record NoModeratedEvidence(List<ExperienceId> experiences) implements Finding {
        @Override
        public boolean met() {
            return experiences.isEmpty();
        }
    }

    /** A warning: what is cited was revised or withdrawn since. */
    record EvidenceUpToDate(List<ExperienceId> experiences) implements Finding {
        @Override
        public boolean met() {
            return experiences.isEmpty();
        }

        @Override
        public boolean blocks() {
            return false;
        }
    }

    /** What one has to know of others to show it. */
    static Needs needs(Contribution contribution) {
        Consultation consultation = contribution.consultation();
        return Needs.NOTHING
                .withExperiences(
                        contribution.evidence().stream()
                                .map(Evidence::experience)
                                .collect(Collectors.toSet()))
                .withPartners(
                        consultation == null ? Set.of() : Set.copyOf(consultation.signatories()));
    }

    /**
     * @param context with what {@link #needs} asks for; an experience that is not known is taken as
     *     it was cited
     */
    static Board of(Contribution contribution, Circumstances context) {
        Consultation consultation = contribution.consultation();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                new AmendmentsSettled(
                        contribution.openAmendments().stream().map(Amendment::id).toList()));
        findings.add(new ConsultationHeld(consultation != null));
        if (consultation != null) {
            findings.add(
                    new DeadlineReached(
                            consultation.deadline(), consultation.isOver(context.at())));
            findings.add(
                    new QuorumReached(
                            consultation.quorum(),
                            consultation.positions().size(),
                            named(consultation.silent().stream(), context)));
            findings.add(
                    new NoStandingObjection(
                            named(
                                    consultation.objections().stream().map(Position::partner),
                                    context)));
        }
        Map<Boolean, List<ExperienceId>> hidden =
                contribution.evidence().stream()
                        .filter(one -> one.outdated() != null || isModerated(one, context))
                        .collect(
                                Collectors.partitioningBy(
                                        one -> isModerated(one, context),
                                        Collectors.mapping(
                                                Evidence::experience, Collectors.toList())));
        findings.add(new NoModeratedEvidence(requireNonNull(hidden.get(true))));
        findings.add(new EvidenceUpToDate(requireNonNull(hidden.get(false))));
        return new Board(findings);
    }

    /** Whether nothing stands in the way of the adoption. */
    boolean allowsAdoption() {
        return findings.stream().noneMatch(Finding::blocks);
    }

    static String names(List<Named> partners) {
        return partners.stream()
                .map(partner -> requireNonNullElse(partner.name(), partner.id().value()))
                .collect(Collectors.joining(", "));
    }

    private static List<Named> named(Stream<PartnerId> partners, Circumstances context) {
        return partners.map(
                        id -> {
                            Partner known = context.known().partners().get(id);
                            return new Named(id, known == null ? null : known.name());
                        })
                .toList();
    }

    private static boolean isModerated(Evidence evidence, Circumstances context) {
        KnownExperience known = context.known().experiences().get(evidence.experience());
        return Stream.of(
                        Optional.ofNullable(evidence.outdated()),
                        Optional.ofNullable(known).map(KnownExperience::lastChange))
                .flatMap(Optional::stream)
                .filter(change -> change.change() == EvidenceChange.MODERATED)
                .anyMatch(change -> EvidenceRules.hasHappened(change, context));
    }
}
