package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several hands on the same thing at the same time. */
class ConcurrentWritersIT {

    private final Stack stack = Stack.shared();

    @Test
    void theSameIdempotencyKeyTenTimesAtOnceGivesOneExperienceAndOneEvent() throws Exception {
        String title = "Dix fois la même clé " + Cards.word();
        String key = UUID.randomUUID().toString();

        List<Answer> answers = atOnce(Collections.nCopies(10, () -> Cards.post(title, key)));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
        String id = answers.getFirst().id();
        Cards.awaitVersion(id, 1);
        assertThat(Cards.activitiesOf(id, stack.feed("comite"), "")).containsExactly(id + ":1");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        assertThat(Cards.post("Un corps " + Cards.word(), key).status()).isEqualTo(201);

        Answer other = Cards.post("Un autre corps " + Cards.word(), key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.contentType()).startsWith("application/problem+json");
    }

    @Test
    void ofTwoRevisionsOfTheSameVersionOneWinsAndNothingIsMixed() throws Exception {
        String id = Cards.published("À réviser " + Cards.word());
        String one = Cards.word();
        String two = Cards.word();

        List<Answer> answers = atOnce(List.of(() -> revise(id, one), () -> revise(id, two)));

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 412);
        String winner = answers.getFirst().status() == 200 ? one : two;
        String loser = winner.equals(one) ? two : one;
        Answer card = Cards.awaitVersion(id, 3);
        assertThat(card.json().get("version").asLong()).isEqualTo(3);
        assertThat(card.text()).contains(winner).doesNotContain(loser);
    }

    private Answer revise(String id, String word) {
        String body =
                """
                {"title": "Révisée %1$s", "preview": "Révision %1$s.", "territory": "commune:25056",
                 "level": "ECOLE", "axes": ["USES"], "problem": "Problème %1$s.",
                 "action": "Action %1$s.", "licenceAccepted": true}
                """
                        .formatted(word);
        return stack.experiences("besancon").put("/experiences/" + id, body, "If-Match", "\"2\"");
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
