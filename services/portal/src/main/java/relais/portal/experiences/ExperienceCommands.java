package relais.portal.experiences;

import java.util.Objects;
import org.springframework.stereotype.Component;
import relais.portal.api.ExperienceChanged;
import relais.portal.api.ExperienceCommandBody;
import relais.portal.api.ExperienceText;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.Versions;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.form.Typed;

/** Does commands, as their forms say. */
@Component
record ExperienceCommands(ExperiencesApi experiences, Calls calls) {

    private static final ExperienceText.Results NO_RESULTS = new ExperienceText.Results(null, null);

    Answer<ExperienceChanged> ask(ExperienceCommand command, String id, Typed typed) {
        String version = Versions.etag(typed.text(DraftFields.VERSION));
        return calls.ask(Service.EXPERIENCES, () -> perform(command, id, version, typed));
    }

    private ExperienceChanged perform(
            ExperienceCommand command, String id, String version, Typed typed) {
        return switch (command) {
            case CONFIRMATION ->
                    experiences.confirm(
                            id,
                            version,
                            ExperienceCommandBody.confirmed(typed.value("confirmedOn")));
            case RETRACTION ->
                    experiences.takeBack(
                            id, version, ExperienceCommandBody.takenBack(typed.value("reason")));
            case WITHDRAWAL ->
                    experiences.withdraw(
                            id, version, ExperienceCommandBody.withdrawn(typed.value("reason")));
            case ADOPTION ->
                    experiences.adopt(
                            id,
                            version,
                            typed.text("key"),
                            ExperienceCommandBody.adopted(
                                    typed.value("plan"), typed.value("adoptedOn")));
            case REPORT ->
                    experiences.reportAdoption(
                            id,
                            typed.text("adoption"),
                            version,
                            ExperienceCommandBody.reported(
                                    Objects.requireNonNullElse(
                                            CardFields.results(typed), NO_RESULTS),
                                    typed.value("note"),
                                    typed.value("reportedOn")));
            case END ->
                    experiences.endAdoption(
                            id,
                            typed.text("adoption"),
                            version,
                            ExperienceCommandBody.ended(
                                    typed.value("reason"), typed.value("endedOn")));
            case ENDORSEMENT ->
                    experiences.endorse(
                            id, version, ExperienceCommandBody.endorsed(typed.value("comment")));
        };
    }
}
