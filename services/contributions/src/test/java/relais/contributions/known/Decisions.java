package relais.contributions.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import relais.aggregates.Decision;
import relais.aggregates.Refusal;

/** Looks into decisions. */
public final class Decisions {

    private Decisions() {}

    /** The only event of an accepted command. */
    public static <E> E accepted(Decision<E> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        List<E> events = ((Decision.Accepted<E>) decision).events();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    /** The fields that are refused. */
    public static Stream<String> fields(Decision<?> decision) {
        return decision instanceof Decision.Refused<?> refused
                ? refused.refusals().stream().map(Refusal::field)
                : Stream.empty();
    }

    /** Every refusal, as {@code field code}. */
    public static List<String> refusals(Decision<?> decision) {
        return decision instanceof Decision.Refused<?> refused
                ? refused.refusals().stream().map(each -> each.field() + " " + each.code()).toList()
                : List.of();
    }
}
