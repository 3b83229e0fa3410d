package relais.contributions.workingday;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/**
 * What is left of a working day.
 *
 * @param text in Markdown
 * @param attending the partners that were there; persons are never named
 * @param decisions in order
 * @param correction what was wrong in the minutes before these; absent in the first ones
 * @param publishedAt the first ones
 * @param correctedAt these ones, if they are not the first
 * @param numbered how many decisions were ever numbered, those that have gone included
 */
public record Minutes(
        String text,
        List<PartnerId> attending,
        List<MeetingDecision> decisions,
        @Nullable String correction,
        Instant publishedAt,
        @Nullable Instant correctedAt,
        @JsonIgnore int numbered) {

    public Minutes {
        attending = List.copyOf(attending);
        decisions = List.copyOf(decisions);
    }

    public Optional<MeetingDecision> decision(@Nullable String id) {
        return decisions.stream().filter(known -> known.id().value().equals(id)).findFirst();
    }

    /** The minutes after they were published, for the first time or again. */
    static Minutes of(
            @Nullable Minutes before, WorkingDayEvent.MinutesPublished published, Instant at) {
        int highest =
                published.decisions().stream()
                        .mapToInt(decision -> decision.id().number())
                        .max()
                        .orElse(0);
        return new Minutes(
                published.text(),
                published.attending(),
                published.decisions(),
                published.correction(),
                before == null ? at : before.publishedAt(),
                before == null ? null : at,
                before == null ? highest : Math.max(highest, before.numbered()));
    }
}
