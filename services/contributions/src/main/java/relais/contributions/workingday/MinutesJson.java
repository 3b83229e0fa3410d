package relais.contributions.workingday;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/**
 * @param text in Markdown
 * @param correction what was wrong in the minutes before these; absent in the first ones
 * @param publishedAt the first ones
 * @param correctedAt these ones, if they are not the first
 */
record MinutesJson(
        String text,
        List<String> attending,
        List<DecisionJson> decisions,
        @Nullable String correction,
        Instant publishedAt,
        @Nullable Instant correctedAt) {

    /**
     * @param action the id of the action that the decision became
     */
    record DecisionJson(String id, String text, @Nullable String action) {

        static DecisionJson of(MeetingDecision decision) {
            return new DecisionJson(
                    decision.id().value(),
                    decision.text(),
                    decision.action() == null ? null : decision.action().value());
        }
    }

    static MinutesJson of(Minutes minutes) {
        return new MinutesJson(
                minutes.text(),
                minutes.attending().stream().map(PartnerId::value).toList(),
                minutes.decisions().stream().map(DecisionJson::of).toList(),
                minutes.correction(),
                minutes.publishedAt(),
                minutes.correctedAt());
    }
}
