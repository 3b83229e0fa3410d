package relais.portal.review;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;

/** Experiences that wait for a review. */
@Component
@Order(10)
record ReviewToDos(Remote<ExperiencesApi> experiences, Clock clock) implements ToDos {

    @Override
    public String section(Set<Capacity> capacities) {
        return "review";
    }

    @Override
    public Set<Capacity> audience() {
        return Set.of(Capacity.COMMITTEE, Capacity.SIGNATORY, Capacity.ACADEMIE);
    }

    @Override
    public Pending<Found> begin(Person person, Set<Capacity> capacities) {
        return experiences.start(this::find);
    }

    private Found find(ExperiencesApi api) {
        var question = Questions.of("scope", "review", "status", "SUBMITTED", "limit", MOST);
        Listing<WrittenExperience> found = api.experiences(question);
        Instant now = clock.instant();
        return new Found(
                found.items().stream().map(each -> toDo(each, now)).toList(),
                found.nextCursor() != null);
    }

    private static ToDo toDo(WrittenExperience experience, Instant now) {
        String title = experience.title();
        return new ToDo(
                experience.isAgain() ? "review-again" : "review",
                title.isEmpty() ? experience.id() : title,
                "/desk/review/" + experience.id(),
                Waiting.of(experience.updatedAt(), now).isLate());
    }
}
