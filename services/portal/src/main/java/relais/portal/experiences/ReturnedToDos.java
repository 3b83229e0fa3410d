package relais.portal.experiences;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.portal.account.Capacity;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.Questions;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Remote;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;

/** One's partner's experiences that were sent back. */
@Component
record ReturnedToDos(Remote<ExperiencesApi> experiences) {

    @Bean
    @Order(20)
    ToDos returnedWaiting() {
        return new ToDos(
                "experiences",
                Set.of(Capacity.MEMBER),
                (_, _) -> experiences.start(ReturnedToDos::find));
    }

    private static ToDos.Page find(ExperiencesApi api) {
        var question = Questions.of("scope", "own", "status", "RETURNED", "limit", ToDos.MOST);
        return ToDos.Page.of(api.experiences(question), ReturnedToDos::toDo);
    }

    private static ToDo toDo(WrittenExperience experience) {
        return new ToDo(
                "returned",
                experience.title(),
                "/desk/experiences/" + experience.id() + "/edit",
                false);
    }
}
