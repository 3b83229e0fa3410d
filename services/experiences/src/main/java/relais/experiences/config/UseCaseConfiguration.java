package relais.experiences.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.experiences.adapter.territories.ReferenceTerritoryMap;
import relais.experiences.application.ChangeExperience;
import relais.experiences.application.Contacts;
import relais.experiences.application.Drafts;
import relais.experiences.application.EditDrafts;
import relais.experiences.application.Experiences;
import relais.experiences.application.GatherCircumstances;
import relais.experiences.application.ImportExperiences;
import relais.experiences.application.Partners;
import relais.experiences.application.ReadExperiences;
import relais.experiences.application.RehearseImport;
import relais.experiences.application.SubmitExperience;
import relais.experiences.domain.TerritoryMap;
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
    SubmitExperience submitExperience(
            Experiences experiences, Contacts contacts, GatherCircumstances gather) {
        return new SubmitExperience(experiences, contacts, gather);
    }

    @Bean
    ChangeExperience changeExperience(Experiences experiences, GatherCircumstances gather) {
        return new ChangeExperience(experiences, gather);
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
            SubmitExperience submit,
            ChangeExperience change) {
        return new ImportExperiences(experiences, partners, submit, change);
    }

    @Bean
    RehearseImport rehearseImport(
            Experiences experiences, Partners partners, GatherCircumstances gather) {
        return new RehearseImport(experiences, partners, gather);
    }
}
