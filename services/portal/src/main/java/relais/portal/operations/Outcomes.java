package relais.portal.operations;

import java.io.Serializable;
import org.springframework.stereotype.Component;
import relais.portal.api.RedriveAllApi;
import relais.portal.api.Redriven;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;
import relais.portal.call.Service;

/** What became of an operator's orders, in words. */
@Component
record Outcomes(Sentences sentences) {

    /**
     * One line of what is shown after an order.
     *
     * @param subject what it was about
     */
    public record Outcome(Advice.Level level, String subject, String text)
            implements Serializable {}

    Outcome of(Service service, String aggregateId, Answer<Redriven> answer) {
        String subject = sentences.name(service) + ", " + aggregateId;
        return switch (answer) {
            case Answer.Ok<Redriven>(Redriven redriven) ->
                    new Outcome(
                            redriven.isCleared() ? Advice.Level.GOOD : Advice.Level.WATCH,
                            subject,
                            words(redriven));
            case Answer.Refused<Redriven>(Refusal because) when because.isNotFound() ->
                    new Outcome(Advice.Level.GOOD, subject, sentences.message(key("nothing")));
            case Answer.Refused<Redriven>(Refusal because) ->
                    new Outcome(Advice.Level.BAD, subject, words(because));
            case Answer.Unavailable<Redriven> _ ->
                    new Outcome(Advice.Level.BAD, subject, sentences.message(key("unknown")));
        };
    }

    /** What became of an order about a read model. */
    Outcome ofModel(String id, String order, Answer<?> answer) {
        String subject = sentences.message("operations.rebuild", id);
        return switch (answer) {
            case Answer.Ok<?> _ ->
                    new Outcome(Advice.Level.GOOD, subject, sentences.message(key(order)));
            case Answer.Refused<?>(Refusal because) ->
                    new Outcome(Advice.Level.BAD, subject, words(because));
            case Answer.Unavailable<?> _ ->
                    new Outcome(Advice.Level.BAD, subject, sentences.message(key("unknown")));
        };
    }

    /** What one round over many came to. */
    Outcome ofRound(Service service, Answer<RedriveAllApi.Round> answer) {
        String subject = sentences.name(service);
        return switch (answer) {
            case Answer.Ok<RedriveAllApi.Round>(RedriveAllApi.Round round) ->
                    new Outcome(
                            round.cleared() == round.tried()
                                    ? Advice.Level.GOOD
                                    : Advice.Level.WATCH,
                            subject,
                            sentences.message(
                                    key("round"), round.tried(), round.cleared(), round.handled()));
            case Answer.Refused<RedriveAllApi.Round>(Refusal because) ->
                    new Outcome(Advice.Level.BAD, subject, words(because));
            case Answer.Unavailable<RedriveAllApi.Round> _ ->
                    new Outcome(Advice.Level.BAD, subject, sentences.message(key("unknown")));
        };
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
