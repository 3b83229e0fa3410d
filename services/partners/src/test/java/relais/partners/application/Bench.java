package relais.partners.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.partners.application.Outcome.Rejected;
import relais.partners.domain.HomeTerritory;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerId;
import relais.partners.domain.Refused;
import relais.partners.domain.Refused.Rule;

/** The use cases with everything around them in memory, at one moment. The tests extend it. */
abstract class Bench {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final Actor COMMITTEE = new Actor("m-comite", null, true, false);
    static final Actor OPERATOR = new Actor("m-exploitation", null, false, true);
    static final Actor LOIRET = new Actor("m-loiret", new PartnerId("p-loiret"), false, false);

    final InMemoryPartners partners = new InMemoryPartners();
    final InMemoryClaims claims = new InMemoryClaims();
    final InMemoryPersons persons = new InMemoryPersons();
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final RegisterPartner register = new RegisterPartner(partners, claims, Bench::territory, clock);
    final GrantMandate grant = new GrantMandate(partners, claims, persons, clock, () -> "m-made");

    Outcome register(String id, @Nullable String siren, Actor actor) {
        return register.register(id, request(siren), "request of " + id, live(actor));
    }

    static RegisterPartner.Request request(@Nullable String siren) {
        return new RegisterPartner.Request(
                "Loiret", "DEPARTEMENT", "departement:45", siren, null, null, null);
    }

    static GrantMandate.Request mandate(@Nullable String id, @Nullable PersonInput person) {
        return new GrantMandate.Request(id, "CONTRIBUTOR", null, null, person);
    }

    static Occasion live(Actor actor) {
        return new Occasion(actor, null, "correlation");
    }

    static Optional<HomeTerritory> territory(String id) {
        return id.equals("departement:45")
                ? Optional.of(new HomeTerritory(id, null, null))
                : Optional.empty();
    }

    Partner partner(String id) {
        return partners.find(new PartnerId(id)).orElseThrow();
    }

    static List<Rule> rules(Outcome outcome) {
        return refusals(outcome).stream().map(Refused::rule).toList();
    }

    static List<Refused> refusals(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Rejected.class);
        return ((Rejected) outcome).reasons();
    }
}
