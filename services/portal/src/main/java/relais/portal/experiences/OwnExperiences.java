package relais.portal.experiences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import relais.portal.api.Questions;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.Listing;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;

/**
 * What a partner submitted. The service lists the oldest first; at the desk the newest are wanted,
 * so all are read, up to a bound that few partners will reach.
 */
@Component
record OwnExperiences(ExperiencesApi experiences, Calls calls) {

    static final int MOST = 500;
    private static final int PAGE = 100;

    /** Begins to ask for those in one state, the last changed first. */
    Pending<List<WrittenExperience>> in(String status) {
        return calls.start(Service.EXPERIENCES, () -> read(status));
    }

    /** Begins to ask for one of any partner. */
    Pending<WrittenExperience> begin(String id) {
        return calls.start(Service.EXPERIENCES, () -> experiences.experience(id));
    }

    Answer<WrittenExperience> find(String id) {
        return calls.ask(Service.EXPERIENCES, () -> experiences.experience(id));
    }

    private List<WrittenExperience> read(String status) {
        var found = new ArrayList<WrittenExperience>();
        var question = Questions.of("scope", "own", "status", status, "limit", PAGE);
        while (found.size() < MOST) {
            Listing<WrittenExperience> page = experiences.experiences(question);
            found.addAll(page.items());
            if (page.nextCursor() == null) {
                break;
            }
            question.set("cursor", page.nextCursor());
        }
        found.sort(Comparator.comparing(WrittenExperience::updatedAt).reversed());
        return List.copyOf(found);
    }
}
