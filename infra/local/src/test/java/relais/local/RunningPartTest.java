package relais.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import relais.local.message.Problem;
import relais.local.process.Program;

@Timeout(120)
class RunningPartTest {

    @TempDir private Path folder;

    private final BlockingQueue<PartState> dead = new LinkedBlockingQueue<>();
    private String script = "exec sleep 600";
    private final RunningPart part =
            new RunningPart(
                    Part.named("feed"),
                    () -> new Program("feed", List.of("sh", "-c", script), Map.of(), folder),
                    () -> script.startsWith("exec"),
                    folderLog(),
                    new RunningPart.Listener() {
                        @Override
                        public void changed(RunningPart changed) {}

                        @Override
                        public void late(RunningPart late) {}

                        @Override
                        public void died(RunningPart died) {
                            dead.add(died.state());
                        }
                    },
                    RunningPart.LIMITS);

    private static Path folderLog() {
        return Path.of("target", "running-part-test.log");
    }

    @AfterEach
    void nothingIsLeft() {
        part.kill();
    }

    @Test
    void anEndThatNobodyAskedForIsToldAndCounted() throws Exception {
        part.start();

        kill();

        assertThat(dead.poll(60, TimeUnit.SECONDS)).isEqualTo(PartState.DEAD);
        part.startAgain();
        assertThat(part.state()).isEqualTo(PartState.READY);
        assertThat(part.restarts()).isEqualTo(1);
    }

    @Test
    void anEndThatWasAskedForIsNot() {
        part.start();
        part.stop();
        part.start();
        part.kill();

        assertThat(part.restarts()).isZero();
        assertThat(dead).isEmpty();
    }

    @Test
    void whatDiesWhileItStartsIsSaidByTheStart() {
        script = "echo the reason; exit 3";

        assertThatThrownBy(part::start).isInstanceOf(Problem.class).hasMessageContaining("3");
        assertThat(dead).isEmpty();
    }

    private void kill() {
        long pid = Objects.requireNonNull(part.child()).pid();
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }
}
