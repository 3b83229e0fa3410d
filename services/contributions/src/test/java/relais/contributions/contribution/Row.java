package relais.contributions.contribution;

import java.util.List;
import relais.contributions.known.Circumstances;

/**
 * One line of a table of refusals.
 *
 * @param expected the refusals as field:code, in order
 */
record Row(
        String name,
        Story story,
        ContributionCommand command,
        Circumstances circumstances,
        List<String> expected) {

    static Row of(
            String name,
            Story story,
            ContributionCommand command,
            Circumstances circumstances,
            String... expected) {
        return new Row(name, story, command, circumstances, List.of(expected));
    }

    @Override
    public String toString() {
        return command.getClass().getSimpleName() + ": " + name;
    }
}
