package relais.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import relais.outbox.StoredAggregates.Entry;
import relais.outbox.StoredAggregates.Kind;
import relais.outbox.StoredAggregates.Page;

/** The list that an operator compares with the log. */
class StoredAggregatesIT {

    private final Counters service = new Counters();
    private final Counters another = new Counters();

    @AfterEach
    void close() {
        service.close();
        another.close();
    }

    @Test
    void listsTheAggregatesOfAllCollectionsOnceByIdPageByPage() {
        var counters = service.process();
        var others = another.process();
        List.of("a-1", "a-2", "c-1").forEach(counters::create);
        List.of("b-1", "b-2").forEach(others::create);
        counters.count("a-2");
        var stored =
                new StoredAggregates(
                        List.of(
                                Kind.published("OTHER", others.counters),
                                Kind.withPrivateSteps("COUNTER", counters.counters)));

        assertThat(all(stored, 2))
                .containsExactly(
                        new Entry("a-1", "COUNTER", 1, 1, true),
                        new Entry("a-2", "COUNTER", 2, 2, true),
                        new Entry("b-1", "OTHER", 1, 1, false),
                        new Entry("b-2", "OTHER", 1, 1, false),
                        new Entry("c-1", "COUNTER", 1, 1, true));
        assertThat(all(stored, 1)).isEqualTo(all(stored, 100));
        assertThat(stored.page("c-1", 1).items()).isEmpty();
    }

    private static List<Entry> all(StoredAggregates stored, int limit) {
        List<Entry> entries = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page page = stored.page(after, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            entries.addAll(page.items());
            after = page.next();
        } while (after != null);
        return entries;
    }
}
