package relais.portal.analysis;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.api.HistoryApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.Replay;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;
import relais.portal.page.Words;

/**
 * Replays that are ready and were not fetched in this session, and those that stand still until
 * somebody decides.
 */
@Component
@Order(50)
record ReplayToDos(Remote<HistoryApi> history, Words words) implements ToDos {

    @Override
    public String section(Set<Capacity> capacities) {
        return "analysis";
    }

    /** Operators are told the replays of all, which wait for others. */
    @Override
    public Set<Capacity> audience() {
        return Set.of(Capacity.ANALYST, Capacity.COMMITTEE);
    }

    @Override
    public Pending<Found> begin(Person person, Set<Capacity> capacities) {
        List<String> seen =
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                        ? SeenReplays.of(here.getRequest())
                        : List.of();
        return history.start(api -> find(api, seen));
    }

    private Found find(HistoryApi api, List<String> seen) {
        var question = Questions.of("limit", MOST);
        Listing<Replay> replays = api.replays(question);
        return new Found(
                replays.items().stream().flatMap(replay -> toDo(replay, seen)).toList(),
                replays.nextCursor() != null);
    }

    private Stream<ToDo> toDo(Replay replay, List<String> seen) {
        String key = key(replay);
        return key == null || (replay.isReady() && seen.contains(replay.id()))
                ? Stream.of()
                : Stream.of(
                        new ToDo(
                                key,
                                words.code("replay-target", replay.target().kind())
                                        + ", "
                                        + words.moment(replay.askedAt()),
                                false,
                                ReplaysController.PATH + "/" + replay.id(),
                                false));
    }

    private static @Nullable String key(Replay replay) {
        if (replay.isReady()) {
            return replay.target().isFile() ? "replay-file" : "replay-ready";
        }
        if (replay.hasFailed()) {
            return "replay-failed";
        }
        return replay.isPaused() ? "replay-paused" : null;
    }
}
