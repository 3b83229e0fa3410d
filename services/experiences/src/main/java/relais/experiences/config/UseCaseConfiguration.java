package relais.experiences.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.reference.ReferenceTerritoryMap;
import relais.experiences.draft.EditDrafts;
import relais.experiences.experience.Experience;
import relais.experiences.experience.ExperienceCommand;
import relais.experiences.experience.ExperienceEvent;
import relais.experiences.experience.ExperienceRules;
import relais.experiences.experience.Experiences;
import relais.experiences.experience.GatherCircumstances;
import relais.experiences.experience.ReadExperiences;
import relais.experiences.experience.SubmitExperience;
import relais.experiences.imports.ImportExperiences;
import relais.experiences.imports.RehearseImport;
import relais.territories.Territories;

/** The use cases, each made by its constructor, and what they have in common. */
@Configuration(proxyBeanMethods = false)
@Import({
    EditDrafts.class,
    GatherCircumstances.class,
    ImportExperiences.class,
    ReadExperiences.class,
    RehearseImport.class,
    SubmitExperience.class
})
class UseCaseConfiguration {

    @Bean
    ReferenceTerritoryMap territoryMap() {
        return new ReferenceTerritoryMap(Territories.load());
    }

    @Bean
    ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> changeExperience(
            Experiences experiences, GatherCircumstances gather, Clock clock) {
        return new ChangeAggregate<>(new ExperienceRules(), experiences, gather, clock);
    }
}
