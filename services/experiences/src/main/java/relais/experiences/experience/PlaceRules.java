package relais.experiences.experience;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Partner;
import relais.aggregates.territory.TerritoryCode;

/** What is told, where, and with what competence. */
final class PlaceRules {

    private PlaceRules() {}

    static Stream<Refusal> soundContent(Case judged) {
        ProposedContent content = judged.content();
        return content == null
                ? Stream.empty()
                : Arrays.stream(ContentPolicy.values())
                        .flatMap(policy -> policy.check(content, judged.circumstances()));
    }

    static Stream<Refusal> withinItsTerritory(Case judged) {
        Partner acting = judged.circumstances().acting();
        Optional<TerritoryCode> place = place(judged);
        if (acting == null || place.isEmpty()) {
            return Stream.empty();
        }
        return Refusal.when(
                !judged.circumstances().isWithin(place.get(), acting.territory()),
                Refusal.invalid("territory", "outside-territory", acting.territory().toString()));
    }

    static Stream<Refusal> competenceByLevel(Case judged) {
        Partner acting = judged.circumstances().acting();
        Optional<Level> level = level(judged);
        if (acting == null || level.isEmpty() || judged.namedCompetent() != null) {
            return Stream.empty();
        }
        return Refusal.when(
                !Competence.of(acting.kind(), level.get()),
                Refusal.invalid("level", "not-competent", acting.kind(), level.get()));
    }

    static Stream<Refusal> competentPartnerAnswers(Case judged) {
        String named = judged.namedCompetent();
        if (named == null) {
            return Stream.empty();
        }
        Partner competent = judged.circumstances().competent();
        if (competent == null) {
            return Stream.of(Refusal.invalid("competentPartner", "competent-unknown"));
        }
        // Once accepted, a later suspension of the competent partner does not freeze the card.
        boolean suspended =
                !competent.active() && !(judged.command() instanceof ExperienceCommand.Revise);
        Stream<Refusal> incompetent =
                level(judged).filter(level -> !Competence.of(competent.kind(), level)).stream()
                        .map(
                                level ->
                                        Refusal.invalid(
                                                "competentPartner",
                                                "competent-for-others",
                                                competent.kind(),
                                                level));
        boolean elsewhere =
                place(judged)
                        .filter(
                                place ->
                                        !judged.circumstances()
                                                .isWithin(place, competent.territory()))
                        .isPresent();
        return Refusal.all(
                Refusal.when(suspended, Refusal.invalid("competentPartner", "competent-suspended")),
                incompetent,
                Refusal.when(
                        elsewhere,
                        Refusal.invalid(
                                "competentPartner",
                                "competent-elsewhere",
                                competent.territory().toString())));
    }

    private static Optional<TerritoryCode> place(Case judged) {
        ProposedContent content = judged.content();
        return content == null
                ? Optional.empty()
                : TerritoryCode.parse(content.territory()).filter(judged.circumstances()::exists);
    }

    private static Optional<Level> level(Case judged) {
        ProposedContent content = judged.content();
        return content == null ? Optional.empty() : Level.parse(content.level());
    }
}
