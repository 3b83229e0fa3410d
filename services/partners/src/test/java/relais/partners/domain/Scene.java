package relais.partners.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.Decision.Accepted;
import relais.partners.domain.Decision.Rejected;
import relais.partners.domain.PartnerCommand.GrantMandate;
import relais.partners.domain.PartnerCommand.Register;
import relais.partners.domain.PartnerEvent.MandateGranted;
import relais.partners.domain.PartnerEvent.Registered;
import relais.partners.domain.Refused.Rule;

/** A partner, its commands and what is decided of them, for tests. */
final class Scene {
    static final Instant START = Instant.parse("2016-01-04T09:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final PartnerId ID = new PartnerId("p-departement-45");
    static final MandateId MANDATE = new MandateId("m-loiret");
    static final HomeTerritory LOIRET = new HomeTerritory("departement:45", null, null);

    private Scene() {}

    static Partner register(PartnerKind kind, HomeTerritory home) {
        Accepted accepted =
                accepted(
                        Partner.decide(
                                new Register(ID, identity(kind, home), home), Moment.live(START)));
        return Partner.begin((Registered) accepted.event(), accepted.moment().at());
    }

    static Identity identity(PartnerKind kind, HomeTerritory home) {
        return new Identity(new PartnerName("Loiret"), kind, home.id(), null, null, null, null);
    }

    static GrantMandate grant(@Nullable LocalDate from, @Nullable LocalDate until) {
        return new GrantMandate(MANDATE, MandateRole.CONTRIBUTOR, from, until);
    }

    static MandateGranted granted() {
        return new MandateGranted(MANDATE, MandateRole.CONTRIBUTOR, LocalDate.of(2016, 1, 4), null);
    }

    static PartnerEvent event(Partner partner, PartnerCommand.Change command) {
        return accepted(partner.decide(command, Moment.live(NOW))).event();
    }

    static List<Rule> rules(Partner partner, PartnerCommand.Change command) {
        return refusals(partner.decide(command, Moment.live(NOW))).stream()
                .map(Refused::rule)
                .toList();
    }

    static Accepted accepted(Decision decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted) decision;
    }

    static List<Refused> refusals(Decision decision) {
        assertThat(decision).isInstanceOf(Rejected.class);
        return ((Rejected) decision).reasons();
    }
}
