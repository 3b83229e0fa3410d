package relais.history.catchup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import relais.history.adapter.format.NdjsonFormat;
import relais.history.adapter.format.RawNdjsonFormat;
import relais.history.export.Export;
import relais.history.export.Format;
import relais.history.export.Manifest;
import relais.history.export.ParentTerritories;
import relais.history.export.Payload;
import relais.history.export.Rows;
import relais.history.export.Selection;
import relais.history.replay.Estimates;
import relais.history.timeline.EventFilter;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.log.RecordPosition;
import relais.teststack.MemoryLog;
import tools.jackson.databind.json.JsonMapper;

class RepeatsTest {

    private static final LogPartition LANE = new LogPartition("relais.experiences", 0);

    private final CountedLog log = new CountedLog();
    private final Headers headers = new Headers(log);
    private final Repeats repeats = new Repeats(headers);

    @Test
    void theFirstRecordOfAnEventCountsAndEachLaterOneRepeatsIt() throws Exception {
        tell("x-1", 1, "one");
        tell("x-1", 2, "two");
        tell("x-1", 1, "one");
        tell("x-2", 1, "other");
        tell("x-1", 2, "two of another writer");
        tell("x-1", 1, "one");

        assertThat(repeats.upTo(place(6))).isEqualTo(3);
        assertThat(repeats.upTo(place(4))).as("at an earlier place").isEqualTo(1);
        assertThat(repeated(6)).containsExactly(2L, 4L, 5L);
    }

    @Test
    void anEventThatCameLateIsNoRepeat() throws Exception {
        tell("x-1", 3, "three");
        tell("x-1", 1, "one");
        tell("x-1", 100, "a hundred");
        tell("x-1", 99, "one less");
        tell("x-1", 100, "a hundred");

        assertThat(repeats.upTo(place(5))).isEqualTo(1);
        assertThat(repeated(5)).containsExactly(4L);
    }

    @Test
    void whatIsNoEventRepeatsNothing() throws Exception {
        log.append(LANE, "commune:25056", Map.of("ce_id", "x-1:1"), "x".getBytes(UTF_8));
        log.append(LANE, "commune:25056", Map.of("ce_id", "x-1:1"), "x".getBytes(UTF_8));

        assertThat(repeats.upTo(place(2))).isZero();
    }

    @Test
    void readsOnlyWhatWasAddedSinceItWasAskedLast() throws Exception {
        tell("x-1", 1, "one");
        repeats.upTo(place(1));
        tell("x-1", 1, "one");

        assertThat(repeats.upTo(place(2))).isEqualTo(1);
        assertThat(repeats.upTo(place(2))).isEqualTo(1);
        assertThat(log.readings).isEqualTo(2);
    }

    @Test
    void whatRepeatsAndWhatIsHiddenComeFromOneReading() throws Exception {
        var hidden = new HiddenTexts(headers, repeats, Duration.ofSeconds(60));
        tell("x-1", 1, "one");
        tell("x-1", 1, "one");

        assertThat(repeats.upTo(place(2))).isEqualTo(1);
        assertThat(hidden.now()).isEmpty();
        assertThat(log.readings).isEqualTo(1);

        assertThatIllegalStateException()
                .isThrownBy(() -> new HiddenTexts(headers, repeats, Duration.ofSeconds(60)))
                .withMessageContaining("has been read");
    }

    @Test
    void anEstimateCountsAnEventOnceUnlessTheLogIsWantedAsItIs() throws Exception {
        tell("x-1", 1, "one");
        tell("x-1", 2, "two");
        tell("x-1", 1, "one");
        Offsets end = log.extent().end();
        repeats.upTo(end);
        var everything = new Selection(EventFilter.ANY, RepeatsTest::payload, new Nowhere());
        var estimates = new Estimates(log);

        assertThat(estimates.of(Offsets.START, end, everything, repeats::isRepeat).events())
                .isEqualTo(2);
        assertThat(estimates.of(Offsets.START, end, everything, _ -> false).events()).isEqualTo(3);
    }

    @Test
    void anExportTellsAnEventOnceAndARawOneMarksWhatRepeatsIt() throws Exception {
        tell("x-1", 1, "one");
        tell("x-1", 2, "two");
        tell("x-1", 1, "one");

        Exported plain = export(new NdjsonFormat(JsonMapper.shared()), false);
        Exported raw = export(new RawNdjsonFormat(JsonMapper.shared()), true);

        assertThat(plain.lines()).hasSize(2).noneMatch(line -> line.contains("repeat"));
        assertThat(plain.manifest().events()).isEqualTo(2);
        assertThat(plain.manifest().repeats()).isEqualTo(1);
        assertThat(plain.manifest().partitions()).isEmpty();
        assertThat(raw.lines()).hasSize(3);
        assertThat(raw.lines().get(2)).contains("\"repeat\":true");
        assertThat(raw.lines().get(0)).doesNotContain("\"repeat\"");
        assertThat(raw.manifest().events()).isEqualTo(2);
        assertThat(raw.manifest().repeats()).isEqualTo(1);
        assertThat(raw.manifest().partitions())
                .extracting(Manifest.Partition::partition, Manifest.Partition::lines)
                .containsExactly(tuple(LANE.toString(), 3L));
    }

    private static Payload payload(LoggedEvent event, boolean withTexts) {
        String text = new String(event.value(), UTF_8);
        return new Payload(
                JsonMapper.shared().writeValueAsBytes(Map.of("text", text)), new TreeSet<>());
    }

    private record Exported(List<String> lines, Manifest manifest) {}

    private <T> Exported export(Format<T> format, boolean raw) throws Exception {
        Offsets end = log.extent().end();
        long repeated = repeats.upTo(end);
        var rows =
                new Rows(
                        EventFilter.ANY,
                        null,
                        RepeatsTest::payload,
                        new Nowhere(),
                        _ -> false,
                        repeats::isRepeat,
                        raw);
        var out = new ByteArrayOutputStream();
        Manifest manifest =
                new Export<>(
                                "e-1",
                                Map.of(),
                                log,
                                rows,
                                format,
                                Offsets.START,
                                end,
                                Clock.systemUTC(),
                                repeated)
                        .writeTo(out, Long.MAX_VALUE, () -> {});
        return new Exported(out.toString(UTF_8).lines().toList(), manifest);
    }

    private List<Long> repeated(long end) {
        return LongStream.range(0, end)
                .filter(offset -> repeats.isRepeat(new RecordPosition(Instant.EPOCH, LANE, offset)))
                .boxed()
                .toList();
    }

    private void tell(String aggregate, long version, String value) {
        var headers = new TreeMap<String, String>();
        headers.put("ce_id", aggregate + ":" + version);
        headers.put("ce_type", "relais.events.experiences.ExperienceConfirmed");
        headers.put("ce_subject", aggregate);
        headers.put("ce_sequence", Long.toString(version));
        headers.put("ce_time", "2016-01-01T00:00:00.000Z");
        headers.put("ce_territory", "commune:25056");
        log.append(LANE, "commune:25056", headers, value.getBytes(UTF_8));
    }

    private static Offsets place(long next) {
        return Offsets.of(Map.of(LANE, next));
    }

    private static final class CountedLog extends MemoryLog {
        private int readings;

        @Override
        protected void reads() {
            readings++;
        }
    }

    private static final class Nowhere implements Rows.Geography {
        @Override
        public boolean isWithin(String inner, String outer, Instant at) {
            return false;
        }

        @Override
        public ParentTerritories parentTerritories(String territory, Instant at) {
            return ParentTerritories.NOWHERE;
        }
    }
}
