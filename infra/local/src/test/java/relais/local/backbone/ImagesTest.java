package relais.local.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code docker-compose.yml} names is there under that name. */
class ImagesTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern IMAGE =
            Pattern.compile(
                    "^  ([\\w-]+):\\n(?:    <<.*\\n)?    image: (\\S+)$", Pattern.MULTILINE);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(RELAIS_\\w+)(:-([^}$]*))?");
    private static final Pattern SETTING =
            Pattern.compile("^(?:# )?(RELAIS_\\w+)=(.*)$", Pattern.MULTILINE);

    @Test
    void testsAndDockerComposeUseTheSameImages() throws IOException {
        Images images = Images.load();

        assertThat(found(IMAGE, "docker-compose.yml"))
                .contains("kafka " + images.kafka())
                .contains("registry " + images.registry())
                .contains("mongodb " + images.mongodb());
    }

    @Test
    void everySecretOfDockerComposeIsInTheExampleOfSettings() throws IOException {
        Set<String> settings = found(SETTING, ".env.example", 1);

        assertThat(found(VARIABLE, "docker-compose.yml", 1))
                .filteredOn(name -> name.matches(".*_(PASSWORD|SECRET|KEY|ADDRESS|HOSTS)"))
                .isNotEmpty()
                .isSubsetOf(settings);
        assertThat(Files.readString(ROOT.resolve(".env.example")))
                .doesNotContainPattern("(PASSWORD|SECRET|KEY)=\\S");
    }

    @Test
    void dockerComposeRunsTheImagesOfThisBuild() throws IOException {
        Pattern project = Pattern.compile("<artifactId>relais</artifactId>\\s*<version>(.+?)<");
        String version = found(project, "pom.xml", 1).iterator().next();

        assertThat(found(VARIABLE, "docker-compose.yml"))
                .filteredOn(text -> text.startsWith("RELAIS_VERSION "))
                .containsExactly("RELAIS_VERSION " + ":-" + version);
        assertThat(Files.readString(ROOT.resolve(".env.example")))
                .contains("RELAIS_VERSION=" + version + "\n");
    }

    private static Set<String> found(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map(match -> match.group(1) + " " + match.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String file, int group) throws IOException {
        return pattern.matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map((MatchResult match) -> match.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
