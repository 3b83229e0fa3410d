package relais.history.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The files of editions that this instance has. */
public interface EditionFiles {

    /** Written and not published yet. */
    record Draft(Path folder, SortedMap<String, Edition.MadeFile> files) {}

    /** The same rows make the same bytes. */
    Draft write(Map<Table, List<List<@Nullable Object>>> tables);

    /** All files of an edition at once. */
    void publish(Draft draft, long number);

    void discard(Draft draft);

    boolean has(long number);

    Optional<Path> find(long number, String file);

    /** Removes all others, and drafts that nobody writes any more. */
    void keepOnly(Set<Long> numbers);
}
