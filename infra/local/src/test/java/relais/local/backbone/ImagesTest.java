package relais.local.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImagesTest {

    private static final Pattern IMAGE =
            Pattern.compile("^  (\\w+):\\n    image: (\\S+)$", Pattern.MULTILINE);

    @Test
    void testsAndDockerComposeUseTheSameImages() throws IOException {
        Images images = Images.load();

        assertThat(composed())
                .containsEntry("kafka", images.kafka())
                .containsEntry("registry", images.registry())
                .containsEntry("mongodb", images.mongodb());
    }

    private static Map<String, String> composed() throws IOException {
        return IMAGE.matcher(Files.readString(Path.of("../../docker-compose.yml")))
                .results()
                .collect(
                        Collectors.toMap(
                                (MatchResult found) -> found.group(1),
                                (MatchResult found) -> found.group(2)));
    }
}
