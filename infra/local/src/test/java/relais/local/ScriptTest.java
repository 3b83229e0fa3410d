package relais.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions of the {@code relais} script, sourced from a copy in an otherwise empty folder. */
class ScriptTest {

    @TempDir private Path root;

    @BeforeEach
    void copyTheScript() throws IOException {
        Files.copy(Path.of("../../relais"), root.resolve("relais"));
    }

    @Test
    void takesTheFirstJdkThatIsRecentEnough() throws Exception {
        Path old = jdk("old", "17.0.1");
        Path recent = jdk("recent", "25.0.2");

        assertThat(
                        run(
                                "find_jdk",
                                Map.of("JAVA_HOME", "", "RELAIS_JVM_FOLDERS", old + " " + recent)))
                .isEqualTo(recent.toString());
    }

    @Test
    void prefersJavaHome() throws Exception {
        Path mine = jdk("mine", "26");
        Path other = jdk("other", "25.0.2");

        assertThat(
                        run(
                                "find_jdk",
                                Map.of(
                                        "JAVA_HOME", mine.toString(),
                                        "RELAIS_JVM_FOLDERS", other.toString())))
                .isEqualTo(mine.toString());
    }

    @Test
    void namesThePackageWhenThereIsNoJdk() throws Exception {
        var environment =
                Map.of(
                        "JAVA_HOME", "",
                        "RELAIS_JVM_FOLDERS", root.toString(),
                        "LANGUAGE", "",
                        "LANG", "en_GB.UTF-8",
                        "LC_ALL", "");

        assertThat(run("find_jdk() { return 1; }; main up", environment))
                .contains("apt install openjdk-25-jdk");
    }

    @Test
    void whatAStackWritesIsItsOwners() throws Exception {
        Path java = jdk("mine", "25").resolve("bin/java");
        Files.writeString(java, "#!/bin/sh\numask\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        assertThat(run("JDK=$PWD/jdks/mine; launch up", Map.of())).isEqualTo("0077");
    }

    @Test
    void buildsTheModuleOfEveryPart() throws Exception {
        List<String> modules =
                Part.ALL.stream().map(Part::module).filter(module -> !module.isEmpty()).toList();

        assertThat(run("echo $MODULES", Map.of()).split(",")).containsAll(modules);
    }

    @Test
    void anUntouchedTreeIsNotBuiltAgain() throws Exception {
        source("services/feed/src/main/java/Feed.java");
        pretendBuilt();

        assertThat(run("is_built && echo yes", Map.of())).isEqualTo("yes");
    }

    @Test
    void aTouchedSourceIsStale() throws Exception {
        Path file = source("services/feed/src/main/java/Feed.java");
        pretendBuilt();
        Files.writeString(file, "changed");

        assertThat(run("is_built || echo stale", Map.of())).isEqualTo("stale");
    }

    @Test
    void whatMavenWritesIsNoSource() throws Exception {
        source("services/feed/src/main/java/Feed.java");
        pretendBuilt();
        source("services/feed/target/classes/src/Feed.class");
        source("services/feed/src/test/java/FeedTest.java");

        assertThat(run("is_built && echo yes", Map.of())).isEqualTo("yes");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = root.resolve("jdks").resolve(name);
        Path compiler = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.createFile(compiler);
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Path source(String name) throws IOException {
        for (String folder : List.of("schemas", "platform", "services", "infra")) {
            Files.createDirectories(root.resolve(folder));
        }
        if (!Files.exists(root.resolve("pom.xml"))) {
            Files.createFile(root.resolve("pom.xml"));
        }
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "text");
    }

    private void pretendBuilt() throws Exception {
        Path dist = Files.createDirectories(root.resolve("infra/local/target/dist"));
        Files.createFile(dist.resolve("relais-local.jar"));
        run("sources >\"$STAMP\"", Map.of());
    }

    private String run(String script, Map<String, String> environment) throws Exception {
        // No javac on the PATH, whatever machine this is.
        var builder =
                new ProcessBuilder(
                                "bash",
                                "-c",
                                "source ./relais; command() { [ \"$2\" != javac ] && builtin command"
                                        + " \"$@\"; }; "
                                        + script)
                        .directory(root.toFile())
                        .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new String(output, StandardCharsets.UTF_8).strip();
    }
}
