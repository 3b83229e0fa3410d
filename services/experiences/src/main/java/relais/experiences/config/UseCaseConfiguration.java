package relais.experiences.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.partner.Partners;
import relais.aggregates.reference.ReferenceTerritoryMap;
import relais.aggregates.territory.TerritoryMap;
import relais.experiences.draft.Drafts;
import relais.experiences.draft.EditDrafts;
import relais.experiences.experience.Contacts;
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

/** The use cases, with the clock and the territories they work with. */
@Configuration(proxyBeanMethods = false)
class UseCaseConfiguration {

    @Bean
    ReferenceTerritoryMap territoryMap() {
        return new ReferenceTerritoryMap(Territories.load());
    }

    @Bean
    GatherCircumstances gatherCircumstances(
            Partners partners, TerritoryMap territories, Clock clock) {
        return new GatherCircumstances(partners, territories, clock);
    }

    @Bean
    ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> changeExperience(
            Experiences experiences, GatherCircumstances gather, Clock clock) {
        return new ChangeAggregate<>(new ExperienceRules(), experiences, gather, clock);
    }

    @Bean
    SubmitExperience submitExperience(
            ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> change,
            Contacts contacts,
            GatherCircumstances gather) {
        return new SubmitExperience(change, contacts, gather);
    }

    @Bean
    EditDrafts editDrafts(
            Drafts drafts, SubmitExperience submit, Experiences experiences, Clock clock) {
        return new EditDrafts(drafts, submit, experiences, clock);
    }

    @Bean
    ReadExperiences readExperiences(
            Experiences experiences, Contacts contacts, GatherCircumstances gather) {
        return new ReadExperiences(experiences, contacts, gather);
    }

    @Bean
    ImportExperiences importExperiences(
            Experiences experiences,
            Partners partners,
            ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> change) {
        return new ImportExperiences(experiences, partners, change);
    }

    @Bean
    RehearseImport rehearseImport(
            Experiences experiences, Partners partners, GatherCircumstances gather, Clock clock) {
        return new RehearseImport(experiences, partners, gather, clock);
    }
}
