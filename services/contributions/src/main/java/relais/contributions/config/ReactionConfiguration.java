package relais.contributions.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.contributions.action.PlanDecidedActions;
import relais.contributions.contribution.OutdateEvidence;
import relais.contributions.contribution.SupersedeContribution;
import relais.contributions.reaction.AnswerEvents;
import relais.contributions.reaction.Reactions;

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
