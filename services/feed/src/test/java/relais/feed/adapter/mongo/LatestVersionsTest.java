package relais.feed.adapter.mongo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import relais.feed.adapter.mongo.LatestVersions.Held;
import relais.feed.projection.Card;
import relais.feed.projection.Histories;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Revision;
import relais.territories.Territories;

class LatestVersionsTest {

    private static final Card EXPERIENCE = Histories.experience(Histories.submitted());
    private static final LogPosition LOG = new LogPosition("t", 0, 0);

    private final SearchKeys keys = new SearchKeys(Territories.load());
    private final Map<String, Held> stored = new HashMap<>();
    private final List<String> read = new ArrayList<>();

    private LatestVersions within(long bytes) {
        return new LatestVersions(
                keys,
                ids -> {
                    read.addAll(ids);
                    return ids.stream().map(id -> requireNonNull(stored.get(id))).toList();
                },
                bytes);
    }

    private static Card version(String id, long version) {
        return EXPERIENCE.at(
                new Revision(id, version, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, false));
    }

    private void write(Held version) {
        stored.put(version.card().revision().id(), new Held(version.card(), version.terms(), null));
    }

    @Test
    void whatHasRoomIsNeverInTheStoreBeforeItEnds() {
        LatestVersions latest = within(1_000_000);
        latest.next(version("x-1", 1), LOG);
        latest.makeRoom(this::write);
        latest.find(List.of("x-1", "x-2"));

        Held before = requireNonNull(latest.next(version("x-1", 2), LOG));

        assertThat(before.card().version()).isEqualTo(1);
        assertThat(before.isStored()).isFalse();
        assertThat(stored).isEmpty();
        assertThat(read).isEmpty();
    }

    @Test
    void whatHasNotChangedForLongestLeavesAndIsReadAgainWhenItDoes() {
        long room = new Held(version("x", 1), keys.terms(EXPERIENCE, null), LOG).bytes() * 2;
        LatestVersions latest = within(room);
        Stream.of("x-1", "x-2", "x-3").forEach(id -> latest.next(version(id, 1), LOG));
        latest.next(version("x-1", 2), LOG);

        latest.makeRoom(this::write);

        assertThat(stored).containsOnlyKeys("x-2:1");
        assertThat(latest.find(List.of("x-1", "x-2", "x-3", "x-4")))
                .containsOnly(
                        Map.entry("x-1", version("x-1", 2)),
                        Map.entry("x-2", version("x-2", 1)),
                        Map.entry("x-3", version("x-3", 1)));
        assertThat(read).containsExactly("x-2:1");
        assertThat(requireNonNull(latest.next(version("x-2", 2), LOG)).isStored()).isTrue();

        // It is as any other again: once more it has no room, and its new version is written.
        latest.find(List.of("x-1", "x-3"));
        latest.makeRoom(this::write);
        assertThat(stored).containsOnlyKeys("x-2:1", "x-2:2");
        assertThat(latest.find(List.of("x-2"))).containsEntry("x-2", version("x-2", 2));
    }

    @Test
    void whatWasReadAndDidNotChangeIsNotWrittenAgain() {
        LatestVersions latest = within(0);
        latest.next(version("x-1", 1), LOG);
        latest.makeRoom(this::write);
        latest.find(List.of("x-1"));
        stored.clear();

        latest.makeRoom(this::write);
        latest.next(version("x-2", 1), LOG);
        latest.clear(this::write);

        assertThat(stored).containsOnlyKeys("x-2:1");
        assertThat(latest.find(List.of("x-1", "x-2"))).isEmpty();
    }
}
