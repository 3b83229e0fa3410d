package relais.partners.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static relais.partners.domain.Scene.LOIRET;
import static relais.partners.domain.Scene.MANDATE;
import static relais.partners.domain.Scene.NOW;
import static relais.partners.domain.Scene.START;
import static relais.partners.domain.Scene.grant;
import static relais.partners.domain.Scene.granted;
import static relais.partners.domain.Scene.refusals;
import static relais.partners.domain.Scene.register;
import static relais.partners.domain.Scene.rules;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import relais.partners.domain.Decision.Accepted;
import relais.partners.domain.PartnerCommand.EndMandate;
import relais.partners.domain.PartnerEvent.MandateGranted;
import relais.partners.domain.Refused.Rule;

/** Mandates of a partner, their days and their ends. */
class PartnerMandatesTest {
    private final Partner partner = register(PartnerKind.DEPARTEMENT, LOIRET);

    @Test
    void letsASuspendedPartnerEndAMandate() {
        Partner suspended =
                partner.apply(granted(), START)
                        .apply(new PartnerEvent.Suspended(new Note("Motif")), START);

        assertThat(suspended.decide(new EndMandate(MANDATE, null, null), Moment.live(NOW)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void neverUsesAMandateIdAgainNotEvenAfterItsEnd() {
        Partner ended =
                partner.apply(granted(), START)
                        .apply(
                                new PartnerEvent.MandateEnded(
                                        MANDATE, LocalDate.of(2017, 1, 1), null),
                                START);

        assertThat(rules(ended, grant(null, null))).containsExactly(Rule.MANDATE_ID_TAKEN);
    }

    @Test
    void refusesAMandateThatEndsBeforeItBegins() {
        assertThat(rules(partner, grant(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 4, 30))))
                .containsExactly(Rule.UNTIL_BEFORE_FROM);
        assertThat(rules(partner, grant(null, LocalDate.of(2026, 3, 1))))
                .containsExactly(Rule.UNTIL_BEFORE_FROM);
    }

    @Test
    void acceptsAMandateOfOneDay() {
        LocalDate day = LocalDate.of(2026, 5, 1);

        assertThat(partner.decide(grant(day, day), Moment.live(NOW))).isInstanceOf(Accepted.class);
    }

    @Test
    void refusesDatesThatAreSlipsOfTheKeyboard() {
        assertThat(
                        refusals(
                                partner.decide(
                                        grant(LocalDate.of(202, 5, 1), LocalDate.MAX),
                                        Moment.live(NOW))))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(
                        tuple(Rule.IMPLAUSIBLE_DATE, "from"),
                        tuple(Rule.IMPLAUSIBLE_DATE, "until"));
    }

    @Test
    void refusesMoreMandatesThanADocumentShouldHold() {
        Partner busy = partner;
        for (int i = 0; i < ChangePolicy.MAX_MANDATES; i++) {
            MandateGranted next =
                    new MandateGranted(
                            new MandateId("m-" + i),
                            MandateRole.CONTRIBUTOR,
                            LocalDate.of(2016, 1, 4),
                            null);
            busy = busy.apply(next, START);
        }

        assertThat(rules(busy, grant(null, null))).containsExactly(Rule.TOO_MANY_MANDATES);
    }

    @Test
    void refusesToEndAMandateItNeverGranted() {
        assertThat(rules(partner, new EndMandate(MANDATE, null, null)))
                .containsExactly(Rule.MANDATE_UNKNOWN);
    }

    @Test
    void refusesToEndAMandateTwiceTooEarlyOrInAdvance() {
        Partner mandated = partner.apply(granted(), START);
        Partner ended =
                mandated.apply(
                        new PartnerEvent.MandateEnded(MANDATE, LocalDate.of(2017, 1, 1), null),
                        START);

        assertThat(rules(ended, new EndMandate(MANDATE, null, null)))
                .containsExactly(Rule.MANDATE_ALREADY_ENDED);
        assertThat(rules(mandated, new EndMandate(MANDATE, LocalDate.of(2015, 12, 31), null)))
                .containsExactly(Rule.ENDED_BEFORE_FROM);
        assertThat(rules(mandated, new EndMandate(MANDATE, LocalDate.of(2026, 3, 3), null)))
                .containsExactly(Rule.IN_THE_FUTURE);
    }
}
