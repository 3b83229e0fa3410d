package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.partners.partner.PartnerCommand.EndMandate;
import relais.partners.partner.PartnerEvent.MandateEnded;
import relais.partners.partner.PartnerEvent.MandateGranted;
import relais.partners.partner.PartnerEvent.Suspended;

/** Mandates of a partner, their days and their ends. */
class PartnerMandatesTest extends Scene {

    private final Partner partner = loiret();
    private final Partner mandated = after(partner, granted());
    private final Partner ended =
            after(mandated, new MandateEnded(MANDATE, LocalDate.of(2017, 1, 1), null));

    @Test
    void letsASuspendedPartnerEndAMandate() {
        Partner suspended = after(mandated, new Suspended("Motif"));

        assertThat(event(suspended, end(null))).isInstanceOf(MandateEnded.class);
    }

    @Test
    void neverUsesAMandateIdAgainNotEvenAfterItsEnd() {
        assertThat(refusals(ended, grant(null, null))).containsExactly("id:mandate-id-taken");
    }

    @Test
    void refusesAMandateThatEndsBeforeItBegins() {
        assertThat(refusals(partner, grant(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 4, 30))))
                .containsExactly("until:until-before-from");
        assertThat(refusals(partner, grant(null, LocalDate.of(2026, 3, 1))))
                .containsExactly("until:until-before-from");
    }

    @Test
    void acceptsAMandateOfOneDay() {
        LocalDate day = LocalDate.of(2026, 5, 1);

        assertThat(event(partner, grant(day, day))).isInstanceOf(MandateGranted.class);
    }

    @Test
    void refusesDatesThatAreSlipsOfTheKeyboard() {
        assertThat(refusals(partner, grant(LocalDate.of(202, 5, 1), LocalDate.MAX)))
                .containsExactly("from:implausible-date", "until:implausible-date");
    }

    @Test
    void refusesMoreMandatesThanADocumentShouldHold() {
        Partner busy = partner;
        for (int i = 0; i < PartnerRules.MAX_MANDATES; i++) {
            busy =
                    after(
                            busy,
                            new MandateGranted(
                                    new MandateId("m-" + i),
                                    MandateRole.CONTRIBUTOR,
                                    LocalDate.of(2016, 1, 4),
                                    null));
        }

        assertThat(refusals(busy, grant(null, null))).containsExactly("id:too-many-mandates");
    }

    @Test
    void refusesToEndAMandateItNeverGranted() {
        assertThat(refusals(partner, end(null))).containsExactly("id:mandate-unknown");
    }

    @Test
    void refusesToEndAMandateTwiceTooEarlyOrInAdvance() {
        assertThat(refusals(ended, end(null))).containsExactly("id:mandate-already-ended");
        assertThat(refusals(mandated, end(LocalDate.of(2015, 12, 31))))
                .containsExactly("endedOn:ended-before-from");
        assertThat(refusals(mandated, end(LocalDate.of(2026, 3, 3))))
                .containsExactly("endedOn:in-the-future");
    }

    private static EndMandate end(@Nullable LocalDate on) {
        return new EndMandate(MANDATE, on, null, null);
    }
}
