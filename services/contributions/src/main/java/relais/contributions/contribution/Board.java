package relais.contributions.contribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Circumstances;
import relais.contributions.known.EvidenceChange;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience;

/**
 * Where the adoption of a contribution stands: each rule in order, with what it found. What depends
 * on a consultation is there while there is one.
 */
record Board(List<Finding> findings) {

    /** What one rule found, as facts. */
    public sealed interface Finding {

        boolean met();

        /** Whether the adoption waits for it; a warning only wants to be known. */
        default boolean blocks() {
            return !met();
        }
    }

    /** No amendment waits for an answer. */
    public record AmendmentsSettled(List<AmendmentId> open) implements Finding {
        public AmendmentsSettled {
            open = List.copyOf(open);
        }

        @Override
        public boolean met() {
            return open.isEmpty();
        }
    }

    /** The signatories were asked. */
    public record ConsultationHeld(boolean met) implements Finding {}

    /** The time to answer is over. */
    public record DeadlineReached(Instant deadline, boolean met) implements Finding {}

    /**
     * Enough signatories have answered, whatever they said.
     *
     * @param needed how many positions are needed
     * @param taken how many there are
     * @param silent who was asked and has not answered
     */
    public record QuorumReached(int needed, int taken, List<PartnerId> silent) implements Finding {
        public QuorumReached {
            silent = List.copyOf(silent);
        }

        public int missing() {
            return Math.max(0, needed - taken);
        }

        @Override
        public boolean met() {
            return missing() == 0;
        }
    }

    /** Nobody stands against it. */
    public record NoStandingObjection(List<Position> objections) implements Finding {
        public NoStandingObjection {
            objections = List.copyOf(objections);
        }

        @Override
        public boolean met() {
            return objections.isEmpty();
        }
    }

    /** No experience that it cites was hidden by the committee. */
    public record NoModeratedEvidence(List<ExperienceId> moderated) implements Finding {
        public NoModeratedEvidence {
            moderated = List.copyOf(moderated);
        }

        @Override
        public boolean met() {
            return moderated.isEmpty();
        }
    }

    /** A warning: what is cited was revised or withdrawn since. */
    public record EvidenceUpToDate(List<Evidence> outdated) implements Finding {
        public EvidenceUpToDate {
            outdated = List.copyOf(outdated);
        }

        @Override
        public boolean met() {
            return outdated.isEmpty();
        }

        @Override
        public boolean blocks() {
            return false;
        }
    }

    public Board {
        findings = List.copyOf(findings);
    }

    /**
     * @param circumstances with what {@link Contribution#needsOfBoard} asks for; an experience that
     *     is not known is taken as it was cited
     */
    public static Board of(Contribution contribution, Circumstances circumstances) {
        Consultation consultation = contribution.consultation();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                new AmendmentsSettled(
                        contribution.openAmendments().stream().map(Amendment::id).toList()));
        findings.add(new ConsultationHeld(consultation != null));
        if (consultation != null) {
            findings.add(
                    new DeadlineReached(
                            consultation.deadline(), consultation.isOver(circumstances.at())));
            findings.add(
                    new QuorumReached(
                            consultation.quorum(),
                            consultation.positions().size(),
                            consultation.silent()));
            findings.add(new NoStandingObjection(consultation.objections()));
        }
        List<Evidence> moderated =
                contribution.evidence().stream()
                        .filter(evidence -> isModerated(evidence, circumstances))
                        .toList();
        findings.add(
                new NoModeratedEvidence(moderated.stream().map(Evidence::experience).toList()));
        findings.add(
                new EvidenceUpToDate(
                        contribution.evidence().stream()
                                .filter(evidence -> evidence.outdated() != null)
                                .filter(evidence -> !moderated.contains(evidence))
                                .toList()));
        return new Board(findings);
    }

    /** Whether nothing stands in the way of the adoption. */
    public boolean allowsAdoption() {
        return findings.stream().noneMatch(Finding::blocks);
    }

    private static boolean isModerated(Evidence evidence, Circumstances circumstances) {
        KnownExperience known = circumstances.known().experiences().get(evidence.experience());
        return Stream.of(
                        Optional.ofNullable(evidence.outdated()),
                        Optional.ofNullable(known).map(KnownExperience::lastChange))
                .flatMap(Optional::stream)
                .filter(change -> change.change() == EvidenceChange.MODERATED)
                .anyMatch(change -> EvidenceRules.hasHappened(change, circumstances));
    }
}
