package relais.history.adapter.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import relais.history.dataset.Edition;
import relais.history.dataset.EditionFiles;
import relais.history.dataset.Table;
import relais.history.dataset.TableForm;
import relais.history.export.Digested;

/**
 * A folder for each edition, called by its number. It is written under another name and renamed
 * once it is whole: who reads meets all of it, or nothing.
 *
 * @param forms of each table
 */
public record DatasetFiles(Path folder, List<TableForm> forms, Clock clock)
        implements EditionFiles {

    public DatasetFiles {
        forms = List.copyOf(forms);
    }

    private static final Pattern NAME =
            Pattern.compile("[a-z]{1,40}\\.(csv|parquet|schema\\.json)");
    private static final String DRAFT = "draft-";

    /** No edition takes so long to be written. */
    private static final Duration LEFT_ALONE = Duration.ofHours(1);

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    @Override
    public Draft write(Map<Table, List<List<@Nullable Object>>> tables) {
        Path draft = folder.resolve(DRAFT + UUID.randomUUID());
        SortedMap<String, Edition.MadeFile> made = new TreeMap<>();
        try {
            Files.createDirectories(draft);
            for (Map.Entry<Table, List<List<@Nullable Object>>> each : tables.entrySet()) {
                Table table = each.getKey();
                List<List<@Nullable Object>> rows = each.getValue();
                for (TableForm form : forms) {
                    String name = form.file(table);
                    made.put(
                            name,
                            file(
                                    draft.resolve(name),
                                    form.hasRows() ? rows.size() : 0,
                                    out -> form.writing().write(table, rows, out)));
                }
            }
        } catch (IOException failed) {
            remove(draft);
            throw new UncheckedIOException(failed);
        }
        return new Draft(draft, made);
    }

    private static Edition.MadeFile file(Path path, long rows, Content content) throws IOException {
        try (Digested out = new Digested(new BufferedOutputStream(Files.newOutputStream(path)))) {
            content.writeTo(out);
            out.flush();
            return new Edition.MadeFile(out.bytes(), rows, out.sha256());
        }
    }

    @Override
    public void publish(Draft draft, long number) {
        try {
            Files.move(draft.folder(), place(number), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            discard(draft);
            // An instance with the same folder may have been first, with the same bytes.
            if (!has(number)) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Override
    public void discard(Draft draft) {
        remove(draft.folder());
    }

    @Override
    public boolean has(long number) {
        return Files.isDirectory(place(number));
    }

    @Override
    public Optional<Path> find(long number, String file) {
        return NAME.matcher(file).matches()
                ? Optional.of(place(number).resolve(file)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    @Override
    public void keepOnly(Set<Long> numbers) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(path -> isUnwanted(path, numbers)).forEach(DatasetFiles::remove);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean isUnwanted(Path path, Set<Long> numbers) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(DRAFT)
                ? isOld(path)
                : numbers.stream().noneMatch(number -> name.equals(String.valueOf(number)));
    }

    private boolean isOld(Path path) {
        try {
            Instant before = clock.instant().minus(LEFT_ALONE);
            return Files.getLastModifiedTime(path).toInstant().isBefore(before);
        } catch (IOException gone) {
            return false;
        }
    }

    private Path place(long number) {
        return folder.resolve(String.valueOf(number));
    }

    private static void remove(Path path) {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
