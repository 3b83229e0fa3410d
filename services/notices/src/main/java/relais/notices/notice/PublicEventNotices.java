package relais.notices.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import relais.notices.follow.Follow;
import relais.notices.follow.MongoFollows;
import relais.notices.follow.PublicEvent;

/**
 * Tells those who follow it of a public event. An activity decides for what it takes no words to
 * decide, the card for the rest: no event is told twice.
 */
@Component
public record PublicEventNotices(MongoFollows follows, MongoNotices notices, Clock clock)
        implements PublicEventListener {

    /** Notices written together. */
    private static final int TOGETHER = 1_000;

    @Override
    public void tell(List<PublicEvent> events) {
        Instant now = clock.instant();
        List<PublicEvent> news =
                events.stream()
                        .filter(event -> !event.archive())
                        .filter(event -> !event.occurredAt().isBefore(now.minus(MongoNotices.NEWS)))
                        .toList();
        if (news.isEmpty()) {
            return;
        }
        Map<String, List<PublicEvent>> byProbe = PublicEvent.byProbe(news);
        Map<PublicEvent, Map<String, List<String>>> matched = new LinkedHashMap<>();
        follows.probed(
                byProbe.keySet(),
                follow -> {
                    for (PublicEvent event : byProbe.getOrDefault(follow.probe(), List.of())) {
                        if (isFollowed(follow, event)) {
                            matched.computeIfAbsent(event, _ -> new LinkedHashMap<>())
                                    .computeIfAbsent(
                                            follow.follower().value(), _ -> new ArrayList<>())
                                    .add(follow.id());
                        }
                    }
                });
        List<Notice> made = new ArrayList<>();
        matched.forEach(
                (event, followers) ->
                        followers.forEach(
                                (follower, ids) ->
                                        made.add(Notice.followed(follower, ids, event, now))));
        for (int from = 0; from < made.size(); from += TOGETHER) {
            notices.add(made.subList(from, Math.min(from + TOGETHER, made.size())));
        }
    }

    /** Whether a follow is matched by what is told of it. */
    static boolean isFollowed(Follow follow, PublicEvent event) {
        return follow.needsWords() == event.hasWords() && follow.matches(event);
    }
}
