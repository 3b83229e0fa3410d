package relais.contributions.workingday;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.contributions.action.ActionPlan;
import relais.contributions.action.ProposedPlan;

/**
 * How large the event of minutes would be. It carries the plans of kept decisions too, which the
 * request need not repeat, so that what a request may hold does not bound it.
 */
final class MinutesSize {

    /** In bytes; with room for the rest in what the log takes as one record, 1 MiB. */
    static final long MAX = 800_000;

    /** Of one decision, besides its texts and names. */
    private static final long FRAME = 100;

    private MinutesSize() {}

    static long of(WorkingDayCommand.PublishMinutes publish, @Nullable Minutes before) {
        return bytes(publish.text())
                + bytes(publish.correction())
                + bytes(publish.attending())
                + publish.decisions().stream().mapToLong(each -> of(each, before)).sum();
    }

    private static long of(ProposedDecision decision, @Nullable Minutes before) {
        ActionPlan kept =
                before == null
                        ? null
                        : before.decision(decision.id()).map(MeetingDecision::plan).orElse(null);
        ProposedPlan plan = decision.action();
        return FRAME
                + bytes(decision.text())
                + (kept == null
                        ? 0
                        : of(
                                kept.title(),
                                kept.description(),
                                kept.partnersInvolved(),
                                kept.objectives(),
                                kept.experiences()))
                + (plan == null
                        ? 0
                        : of(
                                plan.title(),
                                plan.description(),
                                plan.partnersInvolved(),
                                plan.objectives(),
                                plan.experiences()));
    }

    private static long of(
            @Nullable String title, @Nullable String description, Collection<?>... names) {
        return bytes(title)
                + bytes(description)
                + Stream.of(names).mapToLong(MinutesSize::bytes).sum();
    }

    private static long bytes(Collection<?> names) {
        return names.stream().mapToLong(name -> bytes(name.toString())).sum();
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(UTF_8).length + 2L;
    }
}
