package relais.contributions.contribution;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Circumstances;

/** What stands in the way of an adoption: each finding of the {@link Board} that blocks it. */
final class AdoptionRules {

    private AdoptionRules() {}

    static Stream<Refusal> deadlineReached(Case judged) {
        return findings(judged, Board.DeadlineReached.class)
                .map(
                        found ->
                                Refusal.conflict(
                                        "deadline", "deadline-not-reached", found.deadline()));
    }

    static Stream<Refusal> quorumReached(Case judged) {
        return findings(judged, Board.QuorumReached.class)
                .map(
                        found ->
                                Refusal.conflict(
                                        "quorum",
                                        "quorum-missing",
                                        found.needed(),
                                        found.taken(),
                                        found.missing(),
                                        names(found.silent(), judged.circumstances())));
    }

    static Stream<Refusal> noStandingObjection(Case judged) {
        return findings(judged, Board.NoStandingObjection.class)
                .map(
                        found ->
                                Refusal.conflict(
                                        "objections",
                                        "objections-stand",
                                        names(
                                                found.objections().stream()
                                                        .map(Position::partner)
                                                        .toList(),
                                                judged.circumstances())));
    }

    static Stream<Refusal> noModeratedEvidence(Case judged) {
        return findings(judged, Board.NoModeratedEvidence.class)
                .map(
                        found ->
                                Refusal.conflict(
                                        "evidence",
                                        "moderated-evidence-stands",
                                        found.moderated().size()));
    }

    static Stream<Refusal> amendmentsSettled(Stream<Amendment> open) {
        long count = open.count();
        return Refusal.when(count > 0, Refusal.conflict("amendments", "amendments-open", count));
    }

    /** Only while a consultation is under way: at any other time the status says enough. */
    private static <F extends Board.Finding> Stream<F> findings(Case judged, Class<F> rule) {
        Contribution contribution = judged.contribution();
        return contribution == null || judged.openConsultation() == null
                ? Stream.empty()
                : Board.of(contribution, judged.circumstances()).findings().stream()
                        .filter(Board.Finding::blocks)
                        .filter(rule::isInstance)
                        .map(rule::cast);
    }

    private static String names(Collection<PartnerId> partners, Circumstances circumstances) {
        return joined(
                partners.stream()
                        .map(
                                id -> {
                                    Partner known = circumstances.known().partners().get(id);
                                    return known == null ? id.value() : known.name();
                                })
                        .toList());
    }

    private static String joined(Collection<?> all) {
        return all.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
