package relais.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.local.backbone.Distribution;

class ProgramTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void theVirtualMachineRunsWithTheOptionsGivenLast() throws IOException {
        Program program =
                new Program(
                        "java",
                        List.of(Distribution.javaExecutable(), "-Xmx64m", "-cp", ".", "-version"),
                        Map.of(),
                        HERE);

        assertThat(maximumHeap(program.withJvmOptions(List.of("-XX:+PrintFlagsFinal"))))
                .isEqualTo(64 << 20);
        assertThat(
                        maximumHeap(
                                program.withJvmOptions(List.of("-XX:+PrintFlagsFinal", "-Xmx48m"))
                                        .withJvmOptions(List.of("-Xmx32m"))))
                .isEqualTo(32 << 20);
    }

    @Test
    void aProgramWithoutAVirtualMachineHasNoPlaceForItsOptions() {
        Program mongod = new Program("mongodb", List.of("mongod", "--port", "1"), Map.of(), HERE);

        assertThatThrownBy(() -> mongod.withJvmOptions(List.of("-Xmx1g")))
                .hasMessageContaining("mongodb");
    }

    private static long maximumHeap(Program program) throws IOException {
        Process process = new ProcessBuilder(program.command()).redirectErrorStream(true).start();
        String flags = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return flags.lines()
                .filter(line -> line.contains(" MaxHeapSize "))
                .map(line -> line.replaceAll(".*= (\\d+) .*", "$1").strip())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
