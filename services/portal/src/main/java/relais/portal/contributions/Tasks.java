package relais.portal.contributions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.Board;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionsApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Pending;
import relais.portal.call.Remote;

/** Looks into the contributions under way for something that waits for a reader. */
@Component
record Tasks(Remote<ContributionsApi> contributions) {

    /** Those that are looked into: the latest of each list. */
    private static final String LOOKED_INTO = "20";

    /** The lists, as they were asked for ahead. */
    record Asked(List<Pending<Listing<Contribution>>> lists) {}

    private record LookedInto(Pending<Contribution> contribution, @Nullable Pending<Board> board) {}

    Asked ask() {
        return new Asked(
                List.of(
                        list("status", "CONSULTATION"),
                        list("submitted", "true"),
                        list("status", "DRAFTING")));
    }

    /** The most urgent first. */
    List<Task> of(Asked asked, Reader reader) {
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
}
