package relais.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkedLibrariesTest {

    @Test
    void takesWhatIsNeitherOfTheRuntimeNorOfGlibc() {
        String said =
                """
                /build/java/lib/libjavajpeg.so:
                \tlinux-vdso.so.1 (0x00007ffd5a9f5000)
                \tlibjpeg.so.62 => /lib/x86_64-linux-gnu/libjpeg.so.62 (0x00007f3a96a22000)
                \tlibjava.so => /build/java/lib/libjava.so (0x00007f3a96a00000)
                \tlibjvm.so => not found
                \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f3a9680c000)
                \t/lib64/ld-linux-x86-64.so.2 (0x00007f3a96b00000)
                /build/java/lib/liblcms.so:
                \tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f4404618000)
                \tlibjpeg.so.62 => /lib/x86_64-linux-gnu/libjpeg.so.62 (0x00007f3a96a22000)
                """;

        assertThat(new LinkedLibraries(Path.of("/build/java")).ofTheSystem(said.lines().toList()))
                .isEqualTo(Map.of("libjpeg.so.62", Path.of("/lib/x86_64-linux-gnu/libjpeg.so.62")));
    }
}
