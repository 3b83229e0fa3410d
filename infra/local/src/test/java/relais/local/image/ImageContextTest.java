package relais.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageContextTest {

    @TempDir private Path folder;

    @Test
    void whatChangesWithEveryBuildIsALayerOfItsOwn() throws IOException {
        Path lib = jars("spring-core-7.jar", "relais-web-1.jar");

        ImageContext context = context();
        context.libraries(lib);

        assertThat(context.folder().resolve("dependencies/spring-core-7.jar")).exists();
        assertThat(context.folder().resolve("platform/relais-web-1.jar")).exists();
    }

    @Test
    void nothingOfAnEarlierContextStays() throws IOException {
        Path old = Files.createDirectories(folder.resolve("context/platform")).resolve("old.jar");
        Files.createFile(old);

        context();

        assertThat(old).doesNotExist();
    }

    @Test
    void aClassPathNamesTheLibrariesOfBothLayersInOneOrder() throws IOException {
        ImageContext context = context();
        context.libraries(jars("b.jar", "relais-a.jar", "a.jar"));

        context.classPath();

        try (JarFile jar = new JarFile(context.folder().resolve("application.jar").toFile())) {
            assertThat(jar.getManifest().getMainAttributes())
                    .containsEntry(
                            Attributes.Name.CLASS_PATH, "lib/a.jar lib/b.jar lib/relais-a.jar");
        }
    }

    @Test
    void theUserOfTheImageReadsWhatOnlyItsMakerCouldRead() throws IOException {
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.createFile(
                java,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        ImageContext context = context();
        context.shared(folder.resolve("java"));
        Files.createFile(
                context.folder().resolve("platform/relais.jar"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

        context.readable();

        assertThat(permissions(context.folder().resolve("java/bin/java"))).isEqualTo("rwxr-xr-x");
        assertThat(permissions(context.folder().resolve("java/bin"))).isEqualTo("rwxr-xr-x");
        assertThat(permissions(context.folder().resolve("platform/relais.jar")))
                .isEqualTo("rw-r--r--");
    }

    private ImageContext context() throws IOException {
        return new ImageContext(folder.resolve("context")).begin();
    }

    private Path jars(String... names) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        for (String name : names) {
            Files.createFile(lib.resolve(name));
        }
        return lib;
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
