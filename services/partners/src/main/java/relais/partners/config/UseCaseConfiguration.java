package relais.partners.config;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.partners.application.Claims;
import relais.partners.application.CommitteeSignatories;
import relais.partners.application.EndMandate;
import relais.partners.application.ErasePerson;
import relais.partners.application.GrantMandate;
import relais.partners.application.NamePerson;
import relais.partners.application.Partners;
import relais.partners.application.Persons;
import relais.partners.application.RegisterPartner;
import relais.partners.application.ReinstatePartner;
import relais.partners.application.RenamePartner;
import relais.partners.application.SignCharter;
import relais.partners.application.SuspendPartner;
import relais.partners.domain.HomeTerritory;
import relais.territories.Territories;
import relais.territories.TerritoryId;

/** The use cases, with the clock, the ids and the territories they work with. */
@Configuration(proxyBeanMethods = false)
class UseCaseConfiguration {

    @Bean
    Territories territories() {
        return Territories.load();
    }

    @Bean
    RegisterPartner registerPartner(
            Partners partners, Claims claims, Territories territories, Clock clock) {
        return new RegisterPartner(partners, claims, id -> home(territories, id), clock);
    }

    @Bean
    RenamePartner renamePartner(Partners partners, Clock clock) {
        return new RenamePartner(partners, clock);
    }

    @Bean
    SignCharter signCharter(Partners partners, Clock clock) {
        return new SignCharter(partners, clock);
    }

    @Bean
    CommitteeSignatories committeeSignatories(Partners partners, Clock clock) {
        return new CommitteeSignatories(partners, clock);
    }

    @Bean
    SuspendPartner suspendPartner(Partners partners, Clock clock) {
        return new SuspendPartner(partners, clock);
    }

    @Bean
    ReinstatePartner reinstatePartner(Partners partners, Clock clock) {
        return new ReinstatePartner(partners, clock);
    }

    @Bean
    GrantMandate grantMandate(Partners partners, Claims claims, Persons persons, Clock clock) {
        return new GrantMandate(partners, claims, persons, clock, () -> "m-" + UUID.randomUUID());
    }

    @Bean
    EndMandate endMandate(Partners partners, Claims claims, Clock clock) {
        return new EndMandate(partners, claims, clock);
    }

    @Bean
    NamePerson namePerson(Partners partners, Claims claims, Persons persons) {
        return new NamePerson(partners, claims, persons);
    }

    @Bean
    ErasePerson erasePerson(Partners partners, Claims claims, Persons persons) {
        return new ErasePerson(partners, claims, persons);
    }

    private static Optional<HomeTerritory> home(Territories territories, String id) {
        return TerritoryId.read(id)
                .flatMap(territories::find)
                .map(
                        territory ->
                                new HomeTerritory(
                                        territory.id().toString(),
                                        territory.validFrom(),
                                        territory.validUntil()));
    }
}
