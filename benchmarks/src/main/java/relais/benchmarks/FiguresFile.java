package relais.benchmarks;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Where the figures go beside the table. */
final class FiguresFile {

    @Option(names = "--json", description = "file to write the figures to")
    @Nullable Path file;

    /** Writes them, if a file was named. */
    void write(Object figures) {
        if (file != null) {
            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValue(file, figures);
        }
    }
}
