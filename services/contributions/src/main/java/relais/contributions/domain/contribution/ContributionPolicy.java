package relais.contributions.domain.contribution;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import relais.contributions.domain.Refusal;

/**
 * The business rules of a contribution, by name; {@link #of} says which ones each command meets.
 * All the rules of a command are checked, so that one answer names everything to mend.
 */
public enum ContributionPolicy {
    STATUS_ALLOWS(_ -> Stream.empty());

    @SuppressWarnings("ImmutableEnumChecker") // A reference to a static method holds no state.
    private final Function<Case, Stream<Refusal>> rule;

    ContributionPolicy(Function<Case, Stream<Refusal>> rule) {
        this.rule = rule;
    }

    Stream<Refusal> check(Case judged) {
        return rule.apply(judged);
    }

    /** The rules that a command meets, in the order in which refusals are answered. */
    public static List<ContributionPolicy> of(ContributionCommand command) {
        return List.of(STATUS_ALLOWS);
    }
}
