package relais.history.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.history.timeline.EventFilter;
import relais.log.Offsets;

/** In a time that passes only while somebody waits. */
class PlayerTest {

    private static final Instant BEGIN = Instant.parse("2015-10-01T00:00:00Z");

    private final List<String> heard = new ArrayList<>();
    private final List<Runnable> wishes = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private Speed speed = new Speed(10);
    private Wanted wanted = Wanted.RUN;
    private boolean stopping;
    private boolean gone;
    private boolean left;
    private long played;

    @Test
    void tellsEachEventWhenItsTimeHasCome() throws Exception {
        assertThat(play(0, 0, 10, 3600)).isEqualTo(Player.End.TOLD);

        assertThat(events()).containsExactly("1 at 0.0", "2 at 1.0", "3 at 360.0");
        assertThat(played).isEqualTo(3);
    }

    @Test
    void tellsWhatHappenedAtTheSameTimeAtOnce() throws Exception {
        play(0, 5, 5, 5);

        assertThat(events()).containsExactly("1 at 0.0", "2 at 0.0", "3 at 0.0");
    }

    @Test
    void goesOnAfterTheLastEventThatWasHeard() throws Exception {
        play(1, 0, 1000, 1020);

        assertThat(events()).containsExactly("2 at 0.0", "3 at 2.0");
    }

    @Test
    void changesItsSpeedOnTheWayWithoutAJump() throws Exception {
        // After 50 s, 500 s of 1000 are left; they take half a second.
        at(50, () -> speed = new Speed(1000));

        play(0, 0, 1000);

        assertThat(events()).containsExactly("1 at 0.0", "2 at 50.5");
    }

    @Test
    void holdsItsBreathWhileItIsPaused() throws Exception {
        at(30, () -> wanted = Wanted.PAUSE);
        at(75, () -> wanted = Wanted.RUN);

        play(0, 0, 1000);

        assertThat(events()).containsExactly("1 at 0.0", "2 at 145.0");
    }

    @Test
    void lettersOfLifePassWhileNothingHappens() throws Exception {
        play(0, 0, 1000);

        assertThat(heard.stream().filter("still here"::equals)).hasSize(6);
    }

    @Test
    void endsWithTheReplayOrTheInstance() throws Exception {
        at(20, () -> gone = true);
        assertThat(play(0, 0, 1000)).isEqualTo(Player.End.REMOVED);

        gone = false;
        at(40, () -> stopping = true);
        assertThat(play(0, 0, 1000)).isEqualTo(Player.End.STOPPING);
    }

    @Test
    void noticesAtTheNextLetterThatNobodyListens() {
        at(20, () -> left = true);

        assertThatThrownBy(() -> play(0, 0, 1_000_000)).isInstanceOf(IOException.class);
        assertThat(now).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(36));
    }

    @Test
    void runsAMillionTimesAsFastAsLife() throws Exception {
        speed = new Speed(Speed.FASTEST);

        play(0, 0, 86_400L * 365 * 20);

        assertThat(events()).containsExactly("1 at 0.0", "2 at 630.7");
    }

    @Test
    void knowsASpeedByItsText() {
        assertThat(Speed.parse("1x")).contains(new Speed(1));
        assertThat(Speed.parse("1000000x")).contains(new Speed(1_000_000));
        for (String none : List.of("0x", "1000001x", "9999999x", "1", "x", "-1x", "1.5x", "01x")) {
            assertThat(Speed.parse(none)).as(none).isEmpty();
        }
        assertThat(Speed.parse(null)).isEmpty();
    }

    private List<String> events() {
        return heard.stream().filter(line -> line.contains(" at ")).toList();
    }

    private void at(long second, Runnable wish) {
        wishes.add(
                () -> {
                    if (now.compareTo(Duration.ofSeconds(second)) == 0) {
                        wish.run();
                    }
                });
    }

    private Player.End play(long after, long... seconds) throws Exception {
        Player player = new Player(store(), () -> stopping, () -> now.toNanos(), this::pass);
        return player.play("r-1", recording(seconds), after, new Ears());
    }

    private void pass(Duration time) {
        now = now.plus(time);
        wishes.forEach(Runnable::run);
    }

    private static Recording recording(long... seconds) {
        return new Recording() {
            @Override
            public long size() {
                return seconds.length;
            }

            @Override
            public Recording.RecordedEvent event(long number) {
                return new Recording.RecordedEvent(
                        BEGIN.plusSeconds(seconds[(int) number - 1]), new byte[0]);
            }

            @Override
            public void close() {}
        };
    }

    /** Knows one replay, as its owner wants it by now; nothing else is asked of it. */
    private Replays store() {
        return (Replays)
                Proxy.newProxyInstance(
                        Replays.class.getClassLoader(),
                        new Class<?>[] {Replays.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "find" -> gone ? Optional.empty() : Optional.of(replay());
                                    case "played" -> heardSoFar((long) arguments[1]);
                                    default -> throw new AssertionError(method);
                                });
    }

    private @Nullable Object heardSoFar(long events) {
        played = events;
        return null;
    }

    private Replay replay() {
        Replay asked =
                Replay.asked(
                        "r-1",
                        "m-1",
                        Map.of(),
                        EventFilter.ANY,
                        false,
                        Offsets.START,
                        Offsets.START,
                        new Target.Stream(false, speed.factor()),
                        BEGIN,
                        BEGIN);
        Course course = asked.course();
        return new Replay(
                asked.id(),
                asked.account(),
                asked.question(),
                asked.filter(),
                asked.whole(),
                asked.from(),
                asked.to(),
                asked.target(),
                asked.askedAt(),
                asked.expiresAt(),
                wanted,
                0,
                new Course(ReplayState.READY, 1, course.progress(), 0, null, null, null, null));
    }

    private final class Ears implements Player.Audience {

        @Override
        public void tell(long number, Recording.RecordedEvent event) {
            heard.add(number + " at " + now.toSeconds() + "." + now.toMillisPart() / 100);
        }

        @Override
        public void flush() throws IOException {
            leave();
        }

        @Override
        public void stillHere() throws IOException {
            leave();
            heard.add("still here");
        }

        private void leave() throws IOException {
            if (left) {
                throw new IOException("Broken pipe");
            }
        }
    }
}
