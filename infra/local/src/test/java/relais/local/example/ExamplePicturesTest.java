package relais.local.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures and documents of the example data, and what their cards say of them. */
class ExamplePicturesTest {

    private static final Path FILES = Path.of("src/main/resources/example/files");

    @Test
    void everyFileIsOnOneCardWhichSaysWhatItShowsAndWhoseItIs() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Map<String, String> row : ExampleFile.EXPERIENCES.rows()) {
            List<String> pictures = values(row, "pictures_hash");
            List<String> documents = values(row, "documents_hash");
            assertThat(values(row, "pictures_alternative"))
                    .hasSameSizeAs(pictures)
                    .allSatisfy(text -> assertThat(text).hasSizeBetween(60, 300));
            for (String column : List.of("pictures_licence", "pictures_credit")) {
                assertThat(values(row, column)).as(column).hasSameSizeAs(pictures);
            }
            for (String column : List.of("documents_title", "documents_licence")) {
                assertThat(values(row, column)).as(column).hasSameSizeAs(documents);
            }
            Stream.of(pictures, documents)
                    .flatMap(List::stream)
                    .forEach(name -> assertThat(named.add(name)).as(name).isTrue());
        }
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> "file:" + file.getFileName()))
                    .hasSize(13)
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void picturesAreAsWideAsTheyAreShownAndLight() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jpg")).toList()) {
                assertThat(Files.size(file)).as(file.toString()).isLessThan(60_000);
                BufferedImage picture = ImageIO.read(file.toFile());
                assertThat(picture.getWidth()).as(file.toString()).isEqualTo(1280);
                assertThat(picture.getHeight()).as(file.toString()).isEqualTo(720);
            }
        }
    }

    private static List<String> values(Map<String, String> row, String column) {
        String cell = row.get(column);
        return cell == null ? List.of() : List.of(cell.split("\\|"));
    }
}
