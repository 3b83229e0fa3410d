package relais.portal.experiences;

import java.util.Objects;
import org.springframework.stereotype.Component;
import relais.portal.api.ExperienceChanged;
import relais.portal.api.ExperienceDeed;
import relais.portal.api.ExperienceText;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.Versions;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.form.Typed;

/** Does deeds, as their forms say. */
@Component
final class Deeds {

    private static final ExperienceText.Results NO_RESULTS = new ExperienceText.Results(null, null);

    private final ExperiencesApi experiences;
    private final Calls calls;

    Deeds(ExperiencesApi experiences, Calls calls) {
        this.experiences = experiences;
        this.calls = calls;
    }

    Answer<ExperienceChanged> ask(Deed deed, String id, Typed typed) {
        String version = Versions.etag(typed.text(DraftFields.VERSION));
        return calls.ask(Service.EXPERIENCES, () -> perform(deed, id, version, typed));
    }

    private ExperienceChanged perform(Deed deed, String id, String version, Typed typed) {
        return switch (deed) {
            case CONFIRMATION ->
                    experiences.confirm(
                            id, version, ExperienceDeed.confirmed(typed.value("confirmedOn")));
            case RETRACTION ->
                    experiences.takeBack(
                            id, version, ExperienceDeed.takenBack(typed.value("reason")));
            case WITHDRAWAL ->
                    experiences.withdraw(
                            id, version, ExperienceDeed.withdrawn(typed.value("reason")));
            case ADOPTION ->
                    experiences.adopt(
                            id,
                            version,
                            typed.text("key"),
                            ExperienceDeed.adopted(typed.value("plan"), typed.value("adoptedOn")));
            case REPORT ->
                    experiences.reportAdoption(
                            id,
                            typed.text("adoption"),
                            version,
                            ExperienceDeed.reported(
                                    Objects.requireNonNullElse(
                                            CardFields.results(typed), NO_RESULTS),
                                    typed.value("note"),
                                    typed.value("reportedOn")));
            case END ->
                    experiences.endAdoption(
                            id,
                            typed.text("adoption"),
                            version,
                            ExperienceDeed.ended(typed.value("reason"), typed.value("endedOn")));
            case ENDORSEMENT ->
                    experiences.endorse(
                            id, version, ExperienceDeed.endorsed(typed.value("comment")));
        };
    }
}
