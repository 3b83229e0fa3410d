package relais.contributions.config;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import relais.aggregates.reference.ReferenceTerritoryMap;
import relais.aggregates.territory.TerritoryMap;
import relais.contributions.action.PlanDecidedActions;
import relais.contributions.contribution.EditWorkingCopies;
import relais.contributions.contribution.ReactionsOfContributions;
import relais.contributions.contribution.ReadContributions;
import relais.contributions.imports.ImportRows;
import relais.contributions.known.Cards;
import relais.contributions.known.GatherCircumstances;
import relais.contributions.message.AuthorKeys;
import relais.contributions.message.PostMessage;
import relais.contributions.message.ReadThread;
import relais.contributions.message.RedactMessage;
import relais.contributions.message.Subjects;
import relais.contributions.message.TextCipher;
import relais.contributions.reaction.AnswerEvents;
import relais.territories.Territories;

/** The use cases, each made by its constructor, and what they have in common. */
@Configuration(proxyBeanMethods = false)
@Import({
    AnswerEvents.class,
    AuthorKeys.class,
    EditWorkingCopies.class,
    GatherCircumstances.class,
    ImportRows.class,
    PlanDecidedActions.class,
    PostMessage.class,
    ReadContributions.class,
    ReactionsOfContributions.class,
    ReadThread.class,
    RedactMessage.class
})
class UseCaseConfiguration {

    @Bean
    TerritoryMap territoryMap() {
        return new ReferenceTerritoryMap(Territories.load());
    }

    @Bean
    Subjects subjects(Cards cards, ReadContributions contributions) {
        return Subjects.of(cards, contributions);
    }

    @Bean
    TextCipher textCipher() {
        return new TextCipher(new SecureRandom());
    }
}
