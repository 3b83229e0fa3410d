package relais.contributions.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.partner.Partners;
import relais.aggregates.reference.ReferenceTerritoryMap;
import relais.aggregates.territory.TerritoryMap;
import relais.contributions.contribution.QuorumRule;
import relais.contributions.known.Cards;
import relais.contributions.known.Experiences;
import relais.contributions.known.GatherCircumstances;
import relais.territories.Territories;

/** What the use cases of every kind of aggregate have in common. */
@Configuration(proxyBeanMethods = false)
class UseCaseConfiguration {

    @Bean
    TerritoryMap territoryMap() {
        return new ReferenceTerritoryMap(Territories.load());
    }

    @Bean
    QuorumRule quorumRule(ContributionsProperties properties) {
        return properties.quorum();
    }

    @Bean
    GatherCircumstances gatherCircumstances(
            Partners partners,
            Experiences experiences,
            Cards cards,
            TerritoryMap territories,
            Clock clock) {
        return new GatherCircumstances(partners, experiences, cards, territories, clock);
    }
}
