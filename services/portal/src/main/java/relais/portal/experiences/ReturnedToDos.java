package relais.portal.experiences;

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

/** One's partner's experiences that were sent back. */
@Component
@Order(20)
record ReturnedToDos(Remote<ExperiencesApi> experiences) implements ToDos {

    @Override
    public String section(Set<Capacity> capacities) {
        return "experiences";
    }

    @Override
    public Set<Capacity> audience() {
        return Set.of(Capacity.MEMBER);
    }

    @Override
    public Pending<Found> begin(Person person, Set<Capacity> capacities) {
        return experiences.start(ReturnedToDos::find);
    }

    private static Found find(ExperiencesApi api) {
        var question = Questions.of("scope", "own", "status", "RETURNED", "limit", MOST);
        Listing<WrittenExperience> found = api.experiences(question);
        return new Found(
                found.items().stream().map(ReturnedToDos::toDo).toList(),
                found.nextCursor() != null);
    }

    private static ToDo toDo(WrittenExperience experience) {
        return new ToDo(
                "returned",
                experience.title(),
                "/desk/experiences/" + experience.id() + "/edit",
                false);
    }
}
