package relais.experiences.adapter.http;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import relais.experiences.application.ReadExperiences;
import relais.experiences.domain.PartnerId;
import relais.web.Caller;
import relais.web.ProblemException;
import relais.web.Role;

/** Those who may see a partner's drafts: someone of that partner, with a mandate in force. */
@Component
final class Members {

    private final ReadExperiences experiences;

    Members(ReadExperiences experiences) {
        this.experiences = experiences;
    }

    /**
     * @throws ProblemException 403 saying why the caller is not one of them
     */
    PartnerId partnerOf(Caller caller) {
        caller.require(Role.PARTNER, Role.COMMITTEE);
        PartnerId partner =
                PartnerId.parse(caller.requirePartner())
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                HttpStatus.FORBIDDEN, "partner-required"));
        RefusalProblems.throwIfAny(experiences.refusals(Callers.actor(caller)));
        return partner;
    }
}
