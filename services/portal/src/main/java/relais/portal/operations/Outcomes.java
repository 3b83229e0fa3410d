package relais.portal.operations;

import java.io.Serializable;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import relais.portal.api.RedriveAllApi;
import relais.portal.api.Redriven;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;
import relais.portal.call.Service;

/** What became of an operator's orders, in words. */
@Component
record Outcomes(Sentences sentences) {

    /** One line of what is shown after an order, and what that was about. */
    public record Outcome(Advice.Level level, String subject, String text)
            implements Serializable {}

    Outcome of(Service service, String aggregateId, Answer<Redriven> answer) {
        String subject = sentences.name(service) + ", " + aggregateId;
        return answer.isRefused() && answer.refusal().isNotFound()
                ? new Outcome(Advice.Level.GOOD, subject, sentences.message(key("nothing")))
                : of(subject, answer, redriven -> level(redriven.isCleared()), this::words);
    }

    Outcome ofModel(String id, String order, Answer<?> answer) {
        return of(
                sentences.message("operations.rebuild", id),
                answer,
                _ -> Advice.Level.GOOD,
                _ -> sentences.message(key(order)));
    }

    Outcome ofRound(Service service, Answer<RedriveAllApi.Round> answer) {
        return of(
                sentences.name(service),
                answer,
                round -> level(round.cleared() == round.tried()),
                this::words);
    }

    private <T> Outcome of(
            String subject,
            Answer<T> answer,
            Function<? super T, Advice.Level> level,
            Function<? super T, String> words) {
        return switch (answer) {
            case Answer.Ok<T>(T said) -> new Outcome(level.apply(said), subject, words.apply(said));
            case Answer.Refused<T>(Refusal because) ->
                    new Outcome(Advice.Level.BAD, subject, words(because));
            case Answer.Unavailable<T> _ ->
                    new Outcome(Advice.Level.BAD, subject, sentences.message(key("unknown")));
        };
    }

    private static Advice.Level level(boolean good) {
        return good ? Advice.Level.GOOD : Advice.Level.WATCH;
    }

    private String words(RedriveAllApi.Round round) {
        return sentences.message(key("round"), round.tried(), round.cleared(), round.handled());
    }

    private String words(Redriven redriven) {
        String detail = redriven.detail() == null ? "" : redriven.detail();
        return sentences.message(
                key(
                        switch (redriven.outcome()) {
                            case "CLEARED" -> "cleared";
                            case "MISSING_EVENT" -> "missing";
                            default -> "failed-again";
                        }),
                redriven.handled(),
                redriven.stillParked(),
                detail);
    }

    private String words(Refusal because) {
        String said = (because.title() + " " + because.detail()).strip();
        return said.isEmpty() ? sentences.message(key("refused")) : said;
    }

    private static String key(String key) {
        return "operations.outcome." + key;
    }
}
