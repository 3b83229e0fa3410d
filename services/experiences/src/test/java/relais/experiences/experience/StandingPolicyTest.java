package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.experiences.experience.Scene.ACADEMIE;
import static relais.experiences.experience.Scene.EPCI;
import static relais.experiences.experience.Scene.NOW;
import static relais.experiences.experience.Scene.TODAY;
import static relais.experiences.experience.Scene.TOWN;
import static relais.experiences.experience.Scene.by;
import static relais.experiences.experience.Scene.card;
import static relais.experiences.experience.Scene.circumstances;
import static relais.experiences.experience.Scene.committee;
import static relais.experiences.experience.Scene.published;
import static relais.experiences.experience.Scene.refusals;
import static relais.experiences.experience.Scene.submit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.aggregates.DayRule;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Mandate;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.Role;

/** Who may act at all, and what is only its owner's or the committee's to do. */
class StandingPolicyTest {
    @Test
    void refusesSomeoneOfNoPartner() {
        Actor nobody = new Actor("m-1", null, Set.of(Role.PARTNER));
        assertThat(
                        refusals(
                                null,
                                submit(card().build()),
                                circumstances(nobody, null, null, NOW, NOW)))
                .containsExactly("partner:partner-required");
    }

    @Test
    void refusesAnalystsOfAPartner() {
        Actor analyst = new Actor("m-1", TOWN.id(), Set.of());
        assertThat(
                        refusals(
                                null,
                                submit(card().build()),
                                circumstances(analyst, TOWN, null, NOW, NOW)))
                .containsExactly("partner:partner-required");
    }

    @Test
    void refusesAnUnknownPartner() {
        Circumstances unknown = circumstances(Scene.actor(TOWN), null, null, NOW, NOW);
        assertThat(refusals(null, submit(card().build()), unknown))
                .containsExactly("partner:partner-unknown");
    }

    @Test
    void refusesASuspendedPartner() {
        assertThat(refusals(null, submit(card().build()), by(Scene.suspended(TOWN))))
                .containsExactly("partner:partner-suspended");
    }

    @Test
    void nobodyActsBeforeTheRegistrationOfItsPartner() {
        Instant day = Instant.parse("1999-05-01T10:00:00Z");
        assertThat(
                        refusals(
                                null,
                                submit(card().build()),
                                circumstances(Scene.actor(TOWN), TOWN, null, day, NOW)))
                .containsExactly("occurredAt:before-the-partner");
        Experience published = published(TOWN, card().build());
        for (ExperienceCommand command :
                CommandSamples.all().stream()
                        .filter(command -> !(command instanceof ExperienceCommand.Submit))
                        .toList()) {
            assertThat(
                            refusals(
                                    published,
                                    command,
                                    circumstances(
                                            Scene.committeeActor(),
                                            Scene.MINISTRY,
                                            null,
                                            day,
                                            NOW)))
                    .as(command.getClass().getSimpleName())
                    .contains("occurredAt:before-the-partner");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02,,,true",
        "2026-03-03,,,false",
        "2020-01-01,2026-03-02,,true",
        "2020-01-01,2026-03-01,,false",
        "2020-01-01,,2026-03-02,false",
        "2020-01-01,,2026-03-03,true"
    })
    void actsOnlyWhileTheMandateIsInForce(
            String from, @Nullable String until, @Nullable String ended, boolean inForce) {
        Mandate mandate =
                new Mandate(
                        "m-p-town",
                        LocalDate.parse(from),
                        DayRule.parse(until).orElse(null),
                        DayRule.parse(ended).orElse(null));
        Partner town =
                new Partner(
                        TOWN.id(),
                        TOWN.name(),
                        TOWN.kind(),
                        TOWN.territory(),
                        TOWN.registeredAt(),
                        true,
                        false,
                        Map.of(mandate.id(), mandate));
        assertThat(mandate.inForceOn(TODAY)).isEqualTo(inForce);
        assertThat(refusals(null, submit(card().build()), by(town)))
                .isEqualTo(inForce ? List.of() : List.of("mandate:mandate-not-in-force"));
    }

    @Test
    void onlyTheOwnerRevises() {
        assertThat(
                        refusals(
                                published(TOWN, card().build()),
                                new ExperienceCommand.Revise(card().build(), null),
                                by(EPCI)))
                .contains("partner:owner-only");
    }

    @Test
    void onlyTheCommitteeHighlightsAndModerates() {
        Experience experience = published(TOWN, card().build());
        assertThat(refusals(experience, new ExperienceCommand.Highlight("h", null), by(ACADEMIE)))
                .containsExactly("roles:committee-only");
        assertThat(refusals(experience, new ExperienceCommand.Moderate("why"), by(ACADEMIE)))
                .containsExactly("roles:committee-only");
        assertThat(refusals(experience, new ExperienceCommand.Moderate("why"), committee()))
                .isEmpty();
    }
}
