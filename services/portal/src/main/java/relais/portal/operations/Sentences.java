package relais.portal.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import relais.portal.call.Service;
import relais.portal.page.Words;

/** States and advice in the reader's language. */
@Component
record Sentences(MessageSource messages, Words words, Clock clock) {

    public record Line(Advice.Level level, String text, @Nullable String link) {}

    /**
     * A service as the table shows it.
     *
     * @param level the worst of what there is to say of it
     * @param running for how long; null if nobody says
     * @param waiting how long the oldest event has waited to be sent; null if none waits
     */
    public record Row(
            ServiceState state,
            String key,
            Advice.Level level,
            String word,
            @Nullable String running,
            @Nullable String waiting) {}

    Row row(ServiceState state) {
        Advice.Level level =
                HealthAdvice.of(List.of(state)).stream()
                        .map(Advice::level)
                        .findFirst()
                        .orElse(Advice.Level.GOOD);
        ServiceState.Outbox outbox = state.outbox();
        boolean away = state.reach() == ServiceState.Reach.AWAY;
        String word = message(away ? "operations.away" : "operations.level." + level);
        Instant since = state.since();
        return new Row(
                state,
                state.service().key(),
                level,
                word,
                since == null ? null : span(Span.of(Duration.between(since, clock.instant()))),
                outbox == null || outbox.backlog() == 0 ? null : span(Span.of(outbox.oldest())));
    }

    Line line(Advice advice) {
        List<Object> facts = new ArrayList<>();
        facts.add(name(advice.service()));
        advice.figures().forEach(figure -> facts.add(told(figure)));
        facts.add(advice.service().key());
        return new Line(
                advice.level(),
                message("operations.advice." + advice.key(), facts.toArray()),
                advice.link());
    }

    /** All in one sentence, for anybody who only glances at it. */
    String verdict(List<Advice> advice) {
        List<String> bad =
                advice.stream()
                        .filter(each -> each.level() == Advice.Level.BAD)
                        .map(each -> name(each.service()))
                        .toList();
        if (!bad.isEmpty()) {
            return message(
                    "operations.verdict.bad",
                    bad.size(),
                    String.join(", ", new LinkedHashSet<>(bad)));
        }
        return advice.isEmpty()
                ? message("operations.verdict.good")
                : message("operations.verdict.watch", advice.size());
    }

    String name(Service service) {
        return message("operations.service." + service.key());
    }

    String span(Span span) {
        return message(span.key(), words.number(span.count()));
    }

    private Object told(Object figure) {
        return switch (figure) {
            case Span span -> span(span);
            case Number number -> words.number(number);
            default -> figure;
        };
    }

    String message(String key, Object... facts) {
        return messages.getMessage(key, facts, LocaleContextHolder.getLocale());
    }
}
