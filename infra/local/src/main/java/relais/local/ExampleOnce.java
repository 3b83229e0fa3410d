package relais.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import relais.local.example.ExampleData;
import relais.local.message.Messages;
import relais.local.message.Problem;

/**
 * Loads the example data once into each home. A mark beside the data names the parts that are
 * there, so that a part which a later build brings is loaded at the next start, and only then.
 */
record ExampleOnce(Path home, Supplier<ExampleData.Outcome> example, Consumer<String> say) {

    /**
     * Loads the example data unless the mark names all of their parts. It is written when all of
     * them are there, so that the start after a crash half-way loads the rest.
     *
     * @throws Problem when the mark cannot be read or written
     */
    void load() {
        try {
            if (marked().containsAll(ExampleData.PARTS)) {
                return;
            }
            say.accept(Messages.say("example.loading"));
            ExampleData.Outcome outcome = example.get();
            say.accept(outcome.text());
            if (outcome instanceof ExampleData.Loaded) {
                write();
            }
        } catch (IOException e) {
            throw Problem.unwritable(mark(), e);
        }
    }

    /** An empty mark is of a build that did not name the parts: it may have known fewer. */
    private Set<String> marked() throws IOException {
        return Files.exists(mark()) ? Set.copyOf(Files.readAllLines(mark())) : Set.of();
    }

    private void write() throws IOException {
        Path whole = mark().resolveSibling("example-loaded.new");
        Files.write(whole, ExampleData.PARTS);
        Files.move(whole, mark(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path mark() {
        return home.resolve("data").resolve("example-loaded");
    }
}
