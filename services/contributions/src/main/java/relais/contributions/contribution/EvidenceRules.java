package relais.contributions.contribution;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.contributions.known.Circumstances;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience;
import relais.contributions.known.KnownExperience.Change;

/** What may be cited: what everyone could read at that version, and still can. */
final class EvidenceRules {

    static final int MAX_EVIDENCE = 100;

    private EvidenceRules() {}

    static Stream<Refusal> citationIsSound(ContributionCommand.Cite cite, Text text) {
        return Refusal.all(
                Refusal.when(cite.experience() == null, Refusal.invalid("experience", "required")),
                Refusal.when(cite.version() == null, Refusal.invalid("version", "required")),
                Refusal.when(
                        cite.section() != null && text.section(cite.section()).isEmpty(),
                        Refusal.invalid("section", "section-unknown")));
    }

    static Stream<Refusal> isCitable(ContributionCommand.Cite cite, Circumstances context) {
        if (cite.experience() == null) {
            return Stream.empty();
        }
        return ExperienceId.parse(cite.experience())
                .map(context.known().experiences()::get)
                .map(
                        known ->
                                Stream.concat(
                                        isStillThere(known, context),
                                        wasPublished(known, cite.version())))
                .orElseGet(() -> Stream.of(Refusal.invalid("experience", "evidence-unknown")));
    }

    private static Stream<Refusal> isStillThere(KnownExperience known, Circumstances context) {
        Change change = known.lastChange();
        if (change != null && !hasHappened(change, context)) {
            return Stream.empty();
        }
        return switch (known.standing()) {
            case WITHDRAWN -> Stream.of(Refusal.conflict("experience", "evidence-withdrawn"));
            case MODERATED -> Stream.of(Refusal.conflict("experience", "evidence-moderated"));
            case NOT_PUBLISHED, PUBLISHED -> Stream.empty();
        };
    }

    private static Stream<Refusal> wasPublished(KnownExperience known, @Nullable Long version) {
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
    static boolean hasHappened(Change change, Circumstances context) {
        boolean archive = context.at().isBefore(context.now());
        return !archive || !change.at().isAfter(context.at());
    }

    static Stream<Refusal> isWithinLimit(ContributionCommand.Cite cite, Contribution before) {
        boolean again = ExperienceId.parse(cite.experience()).flatMap(before::evidence).isPresent();
        return Refusal.when(
                !again && before.evidence().size() >= MAX_EVIDENCE,
                Refusal.conflict("experience", "too-much-evidence", MAX_EVIDENCE));
    }

    static Stream<Refusal> isCited(ContributionCommand.RemoveEvidence remove, Contribution before) {
        return Refusal.when(
                ExperienceId.parse(remove.experience()).flatMap(before::evidence).isEmpty(),
                Refusal.notFound("experience", "evidence-not-cited"));
    }

    /** What is cited in a version that is known to be outdated says so from the start. */
    static Stream<ContributionEvent> cited(
            Contribution before, ContributionCommand.Cite cite, Circumstances context) {
        var cited =
                new ContributionEvent.EvidenceCited(
                        new ExperienceId(requireNonNull(cite.experience())),
                        requireNonNull(cite.version()),
                        SectionId.parse(cite.section()).orElse(null),
                        cite.note());
        Evidence evidence = Evidence.of(cited);
        if (before.evidence(cited.experience()).filter(evidence::isSameCitation).isPresent()) {
            return Stream.empty();
        }
        KnownExperience known = context.known().experiences().get(cited.experience());
        Stream<ContributionEvent> news =
                Optional.ofNullable(known).map(KnownExperience::lastChange).stream()
                        .filter(evidence::isOutdatedBy)
                        .map(change -> outdated(evidence, change));
        return Stream.concat(Stream.of(cited), news);
    }

    static ContributionEvent removed(ContributionCommand.RemoveEvidence remove) {
        return new ContributionEvent.EvidenceRemoved(
                new ExperienceId(requireNonNull(remove.experience())), remove.reason());
    }

    /** None if the text is not relied on any more, or its evidence is marked already. */
    static Stream<ContributionEvent> outdated(
            Contribution before, ContributionCommand.OutdateEvidence outdate) {
        return before.evidence(outdate.experience()).stream()
                .filter(_ -> before.status().isReliedOn())
                .filter(evidence -> evidence.isOutdatedBy(outdate.change()))
                .map(evidence -> outdated(evidence, outdate.change()));
    }

    private static ContributionEvent outdated(Evidence evidence, Change change) {
        return new ContributionEvent.EvidenceOutdated(
                evidence.experience(), evidence.version(), change);
    }
}
