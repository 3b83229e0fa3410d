package relais.contributions.contribution;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Cards;
import relais.contributions.known.Circumstances;

/** What may be opened, and by whom it may be drafted. */
final class OpeningRules {

    static final int MAX_DRAFTERS = 100;

    private OpeningRules() {}

    static Stream<Refusal> isSound(ContributionCommand.Opening opening, Circumstances context) {
        return Refusal.all(
                kindIsKnown(opening.kind()),
                TextRules.titlesAreSound(opening.title(), opening.summary(), opening.axes()),
                draftersAreSignatories(opening.drafters(), context),
                supersedesAnAdoptedOne(opening.supersedes(), context));
    }

    private static Stream<Refusal> kindIsKnown(@Nullable String kind) {
        return kind == null
                ? Stream.of(Refusal.invalid("kind", "required"))
                : Refusal.when(
                        ContributionKind.parse(kind).isEmpty(),
                        Refusal.invalid("kind", "unknown-kind"));
    }

    private static Stream<Refusal> draftersAreSignatories(
            List<String> drafters, Circumstances context) {
        return Refusal.each(
                "drafters",
                drafters,
                MAX_DRAFTERS,
                (field, drafter) ->
                        Refusal.when(
                                !mayDraft(drafter, context),
                                Refusal.invalid(field, "drafter-not-signatory")));
    }

    private static boolean mayDraft(String drafter, Circumstances context) {
        PartnerId own = context.actor().partner();
        return PartnerId.parse(drafter)
                .filter(id -> id.equals(own) || context.known().signatories().contains(id))
                .isPresent();
    }

    /** One that nobody but its writers may know of is as unknown as one that is not there. */
    private static Stream<Refusal> supersedesAnAdoptedOne(
            @Nullable String supersedes, Circumstances context) {
        if (supersedes == null) {
            return Stream.empty();
        }
        Cards.@Nullable KnownCard card = context.known().cards().get(supersedes);
        if (ContributionId.parse(supersedes).isEmpty() || card == null || !card.isPublic()) {
            return Stream.of(Refusal.invalid("supersedes", "superseded-unknown"));
        }
        return Refusal.when(
                !card.status().equals(ContributionStatus.ADOPTED.name()),
                Refusal.conflict("supersedes", "superseded-not-adopted"));
    }

    static ContributionEvent opened(
            ContributionId id, ContributionCommand.Opening opening, Circumstances context) {
        Partner opener = requireNonNull(context.acting());
        Set<PartnerId> drafters = new LinkedHashSet<>();
        drafters.add(opener.id());
        opening.drafters().forEach(drafter -> drafters.add(new PartnerId(drafter)));
        return new ContributionEvent.Opened(
                id,
                opener.id(),
                opener.territory(),
                ContributionKind.parse(opening.kind()).orElseThrow(),
                requireNonNull(opening.title()),
                opening.summary(),
                Axis.accepted(opening.axes()),
                List.copyOf(drafters),
                ContributionId.parse(opening.supersedes()).orElse(null));
    }
}
