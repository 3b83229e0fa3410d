package relais.local.backbone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The container images of the backbone, from {@code images.properties}; docker-compose.yml names
 * the same.
 */
public record Images(String kafka, String registry, String mongodb) {

    public static Images load() {
        Properties tags = new Properties();
        try (InputStream file = Images.class.getResourceAsStream("images.properties")) {
            tags.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Images(
                tags.getProperty("kafka"),
                tags.getProperty("registry"),
                tags.getProperty("mongodb"));
    }
}
