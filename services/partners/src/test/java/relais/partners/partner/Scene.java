package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.Result;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.aggregates.reference.ReferenceTerritoryMap;
import relais.partners.claims.InMemoryClaims;
import relais.partners.partner.PartnerCommand.GrantMandate;
import relais.partners.partner.PartnerCommand.Register;
import relais.partners.partner.PartnerCommand.Registration;
import relais.partners.partner.PartnerEvent.MandateGranted;
import relais.territories.Territories;
import relais.territories.TerritoryId;

/** Partners, their commands and what comes of them, with everything in memory. */
abstract class Scene {

    static final Instant START = Instant.parse("2016-01-04T09:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final LocalDate CHARTER = LocalDate.of(2015, 10, 1);
    static final Actor COMMITTEE = new Actor("m-comite", null, Set.of(Role.COMMITTEE));
    static final Actor OPERATOR = new Actor("m-exploitation", null, Set.of(Role.OPERATOR));
    static final Actor LOIRET =
            new Actor("m-loiret", new PartnerId("p-loiret"), Set.of(Role.PARTNER));
    static final MandateId MANDATE = new MandateId("m-loiret");
    static final Territories TERRITORIES = Territories.load();

    private static final PartnerType TYPE = new PartnerType();

    final InMemoryAggregates partners = new InMemoryAggregates();
    final InMemoryClaims claims = new InMemoryClaims();
    final InMemoryPersons persons = new InMemoryPersons();
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final PartnersWithUniqueNames named = new PartnersWithUniqueNames(partners, claims, clock);
    final ChangeAggregate<Partner, PartnerCommand, PartnerEvent> change =
            new ChangeAggregate<>(TYPE, named, new PartnerContexts(TERRITORIES), clock);
    final Mandates mandates = new Mandates(change, named, persons);

    /** A département that registered at {@link #START}. */
    static Partner loiret() {
        return apply(null, event(null, register("p-loiret", registration()), START), START);
    }

    static Registration registration() {
        return registration("DEPARTEMENT", "departement:45", null, null);
    }

    static Registration registration(
            String kind, String territory, @Nullable String siren, @Nullable String siret) {
        return new Registration(null, "Loiret", kind, territory, siren, siret, null, null, null);
    }

    static Register register(String id, Registration body) {
        return new Register(id, "request of " + id, body);
    }

    static GrantMandate grant(@Nullable LocalDate from, @Nullable LocalDate until) {
        return new GrantMandate(MANDATE.value(), "CONTRIBUTOR", from, until, null, null);
    }

    static MandateGranted granted() {
        return new MandateGranted(MANDATE, MandateRole.CONTRIBUTOR, LocalDate.of(2016, 1, 4), null);
    }

    static Partner apply(@Nullable Partner before, PartnerEvent event, Instant at) {
        return Partner.apply(
                before, event, new Moment(before == null ? 1 : before.version() + 1, at));
    }

    static Partner after(Partner before, PartnerEvent... events) {
        Partner partner = before;
        for (PartnerEvent event : events) {
            partner = apply(partner, event, START);
        }
        return partner;
    }

    static PartnerEvent event(@Nullable Partner before, PartnerCommand command, Instant at) {
        Decision<PartnerEvent> decision = decide(before, command, at);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<PartnerEvent>) decision).events().getFirst();
    }

    static PartnerEvent event(Partner before, PartnerCommand command) {
        return event(before, command, NOW);
    }

    static Decision<PartnerEvent> decide(
            @Nullable Partner before, PartnerCommand command, Instant at) {
        String home = command instanceof Register r ? r.body().territory() : null;
        return TYPE.decide(
                before,
                command,
                new PartnerContext(
                        OPERATOR,
                        new ReferenceTerritoryMap(TERRITORIES),
                        at,
                        NOW,
                        home == null
                                ? null
                                : TerritoryId.read(home).flatMap(TERRITORIES::find).orElse(null)));
    }

    /** As {@code field:code}. */
    static List<String> refusals(@Nullable Partner before, PartnerCommand command, Instant at) {
        Decision<PartnerEvent> decision = decide(before, command, at);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return said(((Decision.Refused<PartnerEvent>) decision).refusals());
    }

    static List<String> refusals(Partner before, PartnerCommand command) {
        return refusals(before, command, NOW);
    }

    static List<String> refusals(Result<Partner> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return said(((Result.Refused<Partner>) result).refusals());
    }

    static List<String> said(List<Refusal> refusals) {
        return refusals.stream().map(each -> each.field() + ":" + each.code()).toList();
    }

    Result<Partner> registered(String id, @Nullable String siren, Actor actor) {
        return create(
                register(id, registration("DEPARTEMENT", "departement:45", siren, null)), actor);
    }

    Result<Partner> create(Register command, Actor actor) {
        return change.create(command.id(), command, command.by(actor));
    }

    Result<Partner> change(String id, long version, PartnerCommand command, Actor actor) {
        return change.change(id, version, command, command.by(actor));
    }

    Partner partner(String id) {
        return partners.find(id).orElseThrow().state();
    }

    static void assertDone(Result<Partner> result) {
        assertThat(result).isInstanceOf(Result.Done.class);
    }
}
