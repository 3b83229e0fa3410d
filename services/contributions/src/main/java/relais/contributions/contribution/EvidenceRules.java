package relais.contributions.contribution;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.contributions.known.Circumstances;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience;
import relais.contributions.known.KnownExperience.Change;
import relais.contributions.known.KnownExperience.Standing;

/** What may be cited: what everyone could read at that version, and still can. */
final class EvidenceRules {

    static final int MAX_EVIDENCE = 100;

    private EvidenceRules() {}

    static Stream<Refusal> soundCitation(Case judged) {
        if (!(judged.command() instanceof ContributionCommand.Cite cite)) {
            return Stream.empty();
        }
        return Stream.of(
                        Refusal.when(
                                cite.experience() == null,
                                Refusal.invalid("experience", "required")),
                        Refusal.when(
                                cite.version() == null, Refusal.invalid("version", "required")),
                        Refusal.when(
                                cite.section() != null && judged.section(cite.section()).isEmpty(),
                                Refusal.invalid("section", "section-unknown")))
                .flatMap(refusals -> refusals);
    }

    static Stream<Refusal> evidenceIsCitable(Case judged) {
        if (!(judged.command() instanceof ContributionCommand.Cite cite)
                || cite.experience() == null) {
            return Stream.empty();
        }
        Circumstances circumstances = judged.circumstances();
        Optional<KnownExperience> known =
                ExperienceId.parse(cite.experience()).map(circumstances.known().experiences()::get);
        return known.isEmpty()
                ? Stream.of(Refusal.invalid("experience", "evidence-unknown"))
                : Stream.concat(
                        standing(known.get(), circumstances), version(known.get(), cite.version()));
    }

    private static Stream<Refusal> standing(KnownExperience known, Circumstances circumstances) {
        Change change = known.lastChange();
        if (change != null && !hasHappened(change, circumstances)) {
            return Stream.empty();
        }
        return Stream.concat(
                Refusal.when(
                        known.standing() == Standing.WITHDRAWN,
                        Refusal.conflict("experience", "evidence-withdrawn")),
                Refusal.when(
                        known.standing() == Standing.MODERATED,
                        Refusal.conflict("experience", "evidence-moderated")));
    }

    private static Stream<Refusal> version(KnownExperience known, @Nullable Long version) {
        if (version == null) {
            return Stream.empty();
        }
        Long publishedIn = known.publishedIn();
        return Stream.concat(
                Refusal.when(
                        publishedIn == null || version < publishedIn,
                        Refusal.invalid("version", "evidence-not-published")),
                Refusal.when(
                        version > known.version(),
                        Refusal.conflict("version", "evidence-version-unknown", known.version())));
    }

    /**
     * Whether a change counts: an archive is judged by what had happened by then. What is asked now
     * knows every change, even one that another machine's clock puts a little ahead.
     */
    static boolean hasHappened(Change change, Circumstances circumstances) {
        boolean archive = circumstances.at().isBefore(circumstances.now());
        return !archive || !change.at().isAfter(circumstances.at());
    }

    static Stream<Refusal> evidenceWithinLimit(Case judged) {
        Contribution contribution = judged.contribution();
        if (contribution == null || !(judged.command() instanceof ContributionCommand.Cite cite)) {
            return Stream.empty();
        }
        boolean again =
                ExperienceId.parse(cite.experience()).flatMap(contribution::evidence).isPresent();
        return Refusal.when(
                !again && contribution.evidence().size() >= MAX_EVIDENCE,
                Refusal.conflict("experience", "too-much-evidence", MAX_EVIDENCE));
    }

    static Stream<Refusal> citedBefore(Case judged) {
        Contribution contribution = judged.contribution();
        if (contribution == null
                || !(judged.command() instanceof ContributionCommand.RemoveEvidence remove)) {
            return Stream.empty();
        }
        return Refusal.when(
                ExperienceId.parse(remove.experience()).flatMap(contribution::evidence).isEmpty(),
                Refusal.notFound("experience", "evidence-not-cited"));
    }
}
