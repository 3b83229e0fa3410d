package relais.portal.todo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import relais.portal.page.ToDos;

/**
 * How much waits for somebody, by the keys of the entries of the navigation; a desk that could not
 * be asked has no count.
 */
public record Counts(Map<String, Count> bySection) {

    public Counts {
        bySection = Map.copyOf(bySection);
    }

    static Counts of(List<Waits.SectionAnswer> answers) {
        Map<String, Count> counted = new LinkedHashMap<>();
        for (Waits.SectionAnswer each : answers) {
            if (each.found().isOk()) {
                ToDos.Page found = each.found().value();
                counted.merge(
                        each.section(), new Count(found.items().size(), found.more()), Count::plus);
            }
        }
        return new Counts(counted);
    }

    /** What is shown beside an entry. */
    public Count of(String section) {
        return bySection.getOrDefault(section, Count.NOTHING);
    }

    /** What is shown beside the link to all of it. */
    public Count all() {
        return bySection.values().stream().reduce(Count.NOTHING, Count::plus);
    }
}
