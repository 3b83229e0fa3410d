package relais.portal.experiences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;

/**
 * What a partner submitted. The service lists the oldest first; at the desk the newest are wanted,
 * so all are read, up to a bound that few partners will reach.
 */
@Component
record OwnExperiences(Remote<ExperiencesApi> experiences) {

    static final int MOST = 500;
    private static final int PAGE = 100;

    /** Begins to ask for those in one state, the last changed first. */
    Pending<List<WrittenExperience>> in(String status) {
        return experiences.start(api -> read(api, status));
    }

    Pending<WrittenExperience> begin(String id) {
        return experiences.start(api -> api.experience(id));
    }

    Answer<WrittenExperience> find(String id) {
        return experiences.ask(api -> api.experience(id));
    }

    private static List<WrittenExperience> read(ExperiencesApi api, String status) {
        var found = new ArrayList<WrittenExperience>();
        var question = Questions.of("scope", "own", "status", status, "limit", PAGE);
        while (found.size() < MOST) {
            Listing<WrittenExperience> page = api.experiences(question);
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
