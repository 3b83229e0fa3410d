package relais.portal.contributions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.api.Board;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionsApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.call.Service;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;

/** Looks into the contributions under way for something that waits for a reader. */
@Component
record Tasks(
        Remote<ContributionsApi> contributions, ContributionPages pages, Names names, Calls calls) {

    /** Those that are looked into: the latest of each list. */
    private static final String LOOKED_INTO = "20";

    /** The lists, as they were asked for ahead. */
    record PendingLists(List<Pending<Listing<Contribution>>> lists) {}

    private record LookedInto(Pending<Contribution> contribution, @Nullable Pending<Board> board) {}

    PendingLists ask() {
        return new PendingLists(
                List.of(
                        list("status", "CONSULTATION"),
                        list("submitted", "true"),
                        list("status", "DRAFTING")));
    }

    /** The most urgent first. */
    List<Task> of(PendingLists asked, Reader reader) {
        Map<String, Contribution> entries = new LinkedHashMap<>();
        for (var list : asked.lists()) {
            list.answer().content().map(Listing::items).orElse(List.of()).stream()
                    .filter(entry -> concerns(entry, reader))
                    .forEach(entry -> entries.putIfAbsent(entry.id(), entry));
        }
        var looked = new ArrayList<LookedInto>();
        entries.values().forEach(entry -> looked.add(lookInto(entry, reader)));
        return looked.stream()
                .flatMap(each -> task(each, reader))
                .sorted(Task.MOST_URGENT_FIRST)
                .toList();
    }

    private Pending<Listing<Contribution>> list(String name, String value) {
        var filter = Questions.of("limit", LOOKED_INTO, name, value);
        return contributions.start(api -> api.contributions(filter));
    }

    private static boolean concerns(Contribution entry, Reader reader) {
        return entry.status().equals("CONSULTATION")
                || reader.drafts(entry.drafters())
                || (reader.secretary() && entry.submittedAt() != null);
    }

    private LookedInto lookInto(Contribution entry, Reader reader) {
        String id = entry.id();
        boolean concludes = reader.secretary() && entry.status().equals("CONSULTATION");
        return new LookedInto(
                contributions.start(api -> api.contribution(id)),
                concludes ? contributions.start(api -> api.board(id)) : null);
    }

    private static Stream<Task> task(LookedInto asked, Reader reader) {
        Pending<Board> board = asked.board();
        boolean adoptable =
                board != null && board.answer().content().map(Board::adoptable).orElse(false);
        return asked.contribution().answer().content().stream()
                .flatMap(found -> Task.of(found, reader, adoptable).stream());
    }

    @Bean
    @Order(30)
    ToDos contributionWaiting() {
        return new ToDos(
                "contributions",
                Set.of(Capacity.MEMBER, Capacity.COMMITTEE),
                (person, _) -> calls.start(Service.CONTRIBUTIONS, () -> find(person)));
    }

    private ToDos.Page find(Person person) {

        List<Task> found = of(ask(), pages.reader(person, names.signatories()));
        return new ToDos.Page(
                found.stream().limit(ToDos.MOST).map(Tasks::toDo).toList(),
                found.size() > ToDos.MOST);
    }

    private static ToDo toDo(Task task) {
        return new ToDo(
                "contribution." + task.key(), task.contribution().title(), task.path(), false);
    }
}
