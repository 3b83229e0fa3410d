package relais.experiences.experience;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Partner;
import relais.aggregates.territory.TerritoryCode;

/** What is told, where, and with what competence. */
final class CardRules {

    private CardRules() {}

    /**
     * @param named the partner named as competent, as typed
     * @param accepted whether the experience has named it before: its later suspension does not
     *     freeze the card
     */
    static Stream<Refusal> refusals(
            ProposedContent content,
            @Nullable String named,
            boolean accepted,
            Circumstances context) {
        Optional<TerritoryCode> place =
                TerritoryCode.parse(content.territory()).filter(context::exists);
        Optional<Level> level = Level.parse(content.level());
        return Refusal.all(
                ContentPolicy.refusals(content, context),
                withinItsTerritory(place, context),
                named == null
                        ? competenceByLevel(level, context)
                        : competentPartnerAnswers(place, level, accepted, context));
    }

    /** An experience takes place in its partner's own territory or inside it. */
    private static Stream<Refusal> withinItsTerritory(
            Optional<TerritoryCode> place, Circumstances context) {
        Partner acting = context.acting();
        if (acting == null || place.isEmpty()) {
            return Stream.empty();
        }
        return Refusal.when(
                !context.isWithin(place.get(), acting.territory()),
                Refusal.invalid("territory", "outside-territory", acting.territory().toString()));
    }

    /** "Dans le respect des compétences de chacun": see {@link Competence}. */
    private static Stream<Refusal> competenceByLevel(Optional<Level> level, Circumstances context) {
        Partner acting = context.acting();
        if (acting == null || level.isEmpty()) {
            return Stream.empty();
        }
        return Refusal.when(
                !Competence.of(acting.kind(), level.get()),
                Refusal.invalid("level", "not-competent", acting.kind(), level.get()));
    }

    /**
     * A partner named as competent is known, active, competent for the level, and its territory
     * covers the experience's: a part cannot answer for the whole.
     */
    private static Stream<Refusal> competentPartnerAnswers(
            Optional<TerritoryCode> place,
            Optional<Level> level,
            boolean accepted,
            Circumstances context) {
        Partner competent = context.competent();
        if (competent == null) {
            return Stream.of(Refusal.invalid("competentPartner", "competent-unknown"));
        }
        return Refusal.all(
                Refusal.when(
                        !competent.active() && !accepted,
                        Refusal.invalid("competentPartner", "competent-suspended")),
                level.filter(known -> !Competence.of(competent.kind(), known)).stream()
                        .map(
                                known ->
                                        Refusal.invalid(
                                                "competentPartner",
                                                "competent-for-others",
                                                competent.kind(),
                                                known)),
                Refusal.when(
                        place.isPresent() && !context.isWithin(place.get(), competent.territory()),
                        Refusal.invalid(
                                "competentPartner",
                                "competent-elsewhere",
                                competent.territory().toString())));
    }
}
