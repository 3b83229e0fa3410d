package relais.recovery;

import java.util.List;

/**
 * What a recovery did so far.
 *
 * @param events how many records there are to read in all topics, as far as it is known
 * @param read how many of them were read
 * @param aggregates by kind
 * @param readers what was taken in again of others, and of itself
 * @param derived what was made sure of besides
 * @param findings how many things an operator should look at
 * @param found the first hundred of them
 * @param lost what the log does not have; empty before the end
 */
public record RecoveryReport(
        long events,
        long read,
        List<Tally> aggregates,
        List<Counted> readers,
        List<Counted> derived,
        long findings,
        List<Finding> found,
        List<Loss> lost) {

    static final RecoveryReport NONE =
            new RecoveryReport(0, 0, List.of(), List.of(), List.of(), 0, List.of(), List.of());

    public RecoveryReport {
        aggregates = List.copyOf(aggregates);
        readers = List.copyOf(readers);
        derived = List.copyOf(derived);
        found = List.copyOf(found);
        lost = List.copyOf(lost);
    }

    public record Counted(String name, long count) {}
}
