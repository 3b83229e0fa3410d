package relais.partners.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static relais.partners.domain.Scene.LOIRET;
import static relais.partners.domain.Scene.NOW;
import static relais.partners.domain.Scene.START;
import static relais.partners.domain.Scene.accepted;
import static relais.partners.domain.Scene.refusals;
import static relais.partners.domain.Scene.register;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import relais.partners.domain.Decision.Accepted;
import relais.partners.domain.PartnerCommand.SignCharter;
import relais.partners.domain.Refused.Rule;

/** The time of a change: of an archive, or by a clock that lags. */
class ArchivedChangesTest {
    private final Partner partner = register(PartnerKind.DEPARTEMENT, LOIRET);

    @Test
    void refusesAnArchiveBehindTheLastEvent() {
        Moment before = Moment.archived(START.minusMillis(1), NOW);

        assertThat(refusals(partner.decide(new SignCharter(LocalDate.of(2015, 10, 1)), before)))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.BEFORE_THE_LAST_EVENT, "occurredAt"));
    }

    @Test
    void acceptsAnArchiveAtTheVeryMomentOfTheLastEvent() {
        Accepted accepted =
                accepted(
                        partner.decide(
                                new SignCharter(LocalDate.of(2015, 10, 1)),
                                Moment.archived(START, NOW)));

        assertThat(accepted.moment().at()).isEqualTo(START);
        assertThat(accepted.moment().archive()).isTrue();
    }

    @Test
    void refusesAnArchiveOfTheFuture() {
        assertThat(
                        refusals(
                                partner.decide(
                                        new SignCharter(null),
                                        Moment.archived(NOW.plusMillis(1), NOW))))
                .extracting(Refused::rule, Refused::field)
                .containsExactly(tuple(Rule.IN_THE_FUTURE, "occurredAt"));
    }

    @Test
    void aClockThatLagsBehindTheLastEventDoesNotGoBack() {
        Accepted accepted =
                accepted(partner.decide(new SignCharter(null), Moment.live(START.minusSeconds(5))));

        assertThat(accepted.moment().at()).isEqualTo(START);
        assertThat(accepted.moment().archive()).isFalse();
    }
}
