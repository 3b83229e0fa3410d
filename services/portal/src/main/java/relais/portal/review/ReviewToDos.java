package relais.portal.review;

import java.time.Clock;
import java.time.Instant;
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

/** Experiences that wait for a review. */
@Component
record ReviewToDos(Remote<ExperiencesApi> experiences, Clock clock) {

    @Bean
    @Order(10)
    ToDos reviewWaiting() {
        return new ToDos(
                "review",
                Set.of(Capacity.COMMITTEE, Capacity.SIGNATORY, Capacity.ACADEMIE),
                (_, _) -> experiences.start(this::find));
    }

    private ToDos.Found find(ExperiencesApi api) {
        var question = Questions.of("scope", "review", "status", "SUBMITTED", "limit", ToDos.MOST);
        Instant now = clock.instant();
        return ToDos.Found.of(api.experiences(question), each -> toDo(each, now));
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
