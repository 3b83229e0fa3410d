package relais.contributions.contribution;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Circumstances;
import relais.contributions.known.KnownCard;

/** What is possible given what happened before, here and to others. */
final class HistoryRules {

    static final int MAX_DRAFTERS = 100;

    private HistoryRules() {}

    static Stream<Refusal> statusAllows(Case judged) {
        Contribution contribution = judged.contribution();
        Set<ContributionStatus> allowed = Transitions.from(judged.command());
        if (contribution == null) {
            return Refusal.when(!allowed.isEmpty(), Refusal.notFound("id", "contribution-unknown"));
        }
        if (allowed.isEmpty()) {
            return Stream.of(Refusal.conflict("id", "already-opened"));
        }
        return Refusal.when(
                !allowed.contains(contribution.status()),
                Refusal.conflict("status", only(allowed), contribution.status()));
    }

    private static String only(Set<ContributionStatus> allowed) {
        if (allowed.size() > 1) {
            return "only-before-adoption";
        }
        return allowed.contains(ContributionStatus.DRAFTING)
                ? "only-while-drafting"
                : "only-in-consultation";
    }

    static Stream<Refusal> draftersAreSignatories(Case judged) {
        if (!(judged.command() instanceof ContributionCommand.Open open)) {
            return Stream.empty();
        }
        if (open.drafters().size() > MAX_DRAFTERS) {
            return Stream.of(Refusal.invalid("drafters", "too-many", MAX_DRAFTERS));
        }
        Circumstances circumstances = judged.circumstances();
        return Fields.each(
                "drafters",
                open.drafters(),
                (field, drafter) ->
                        Refusal.when(
                                !mayDraft(drafter, circumstances),
                                Refusal.invalid(field, "drafter-not-signatory")));
    }

    private static boolean mayDraft(String drafter, Circumstances circumstances) {
        PartnerId own = circumstances.actor().partner();
        return PartnerId.parse(drafter)
                .filter(id -> id.equals(own) || circumstances.known().signatories().contains(id))
                .isPresent();
    }

    /** One that nobody but its writers may know of is as unknown as one that is not there. */
    static Stream<Refusal> supersedesAnAdoptedOne(Case judged) {
        if (!(judged.command() instanceof ContributionCommand.Open open)
                || open.supersedes() == null) {
            return Stream.empty();
        }
        @Nullable KnownCard card = judged.circumstances().known().cards().get(open.supersedes());
        if (ContributionId.parse(open.supersedes()).isEmpty() || card == null || !card.isPublic()) {
            return Stream.of(Refusal.invalid("supersedes", "superseded-unknown"));
        }
        return Refusal.when(
                !card.status().equals(ContributionStatus.ADOPTED.name()),
                Refusal.conflict("supersedes", "superseded-not-adopted"));
    }
}
