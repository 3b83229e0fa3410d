package relais.portal.todo;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.portal.account.Person;
import relais.portal.page.DeskSummary;
import relais.portal.page.Exchange;
import relais.portal.page.ToDo;

/** The first of what waits, of all sections of the desk, which are asked once for the page. */
@Component
record FirstToDos(Waits waits, RecentCounts counts) implements DeskSummary {

    private static final int SHOWN = 5;

    @Override
    public Runnable begin(Exchange exchange, Person person) {
        Waits.PendingSections begun = waits.begin(person);
        return () -> {
            List<Waits.SectionAnswer> answers = begun.answers();
            Counts counted = Counts.of(answers);
            counts.remember(person, counted);
            List<ToDo> all =
                    answers.stream()
                            .filter(each -> each.found().isOk())
                            .flatMap(each -> each.found().value().items().stream())
                            .toList();
            exchange.add("shownCounts", ShownCounts.known(counted))
                    .add("waiting", all.stream().limit(SHOWN).toList())
                    .add("waitingMore", all.size() > SHOWN)
                    .add(
                            "waitingMissing",
                            answers.stream().anyMatch(each -> each.found().isUnavailable()));
        };
    }
}
