package relais.contributions.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.contributions.application.action.PlanDecidedActions;
import relais.contributions.application.contribution.OutdateEvidence;
import relais.contributions.application.contribution.SupersedeContribution;
import relais.contributions.application.reaction.AnswerEvents;
import relais.contributions.application.reaction.Reactions;

/** What the service does by itself. */
@Configuration(proxyBeanMethods = false)
class ReactionConfiguration {

    @Bean
    Reactions reactions(
            OutdateEvidence outdateEvidence,
            SupersedeContribution supersede,
            PlanDecidedActions planActions) {
        return new AnswerEvents(outdateEvidence, supersede, planActions);
    }
}
