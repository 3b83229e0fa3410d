package relais.history.adapter.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import relais.history.export.Format;
import relais.history.replay.Recording;
import relais.history.replay.Replay;
import relais.history.replay.ReplayPipeline;
import relais.history.replay.ReplayTargets;

/**
 * Files of replays in one folder. What is written is called {@code <replay>.<attempt>.part} until
 * it is whole; a run that takes over writes another one, from the beginning: the same events have
 * the same bytes.
 */
public final class ReplayFiles implements ReplayTargets.Files {

    private static final Pattern OWN =
            Pattern.compile(
                    "(r-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\..+");

    /** No run takes so long to be known to the store. */
    private static final Duration LEFT_ALONE = Duration.ofHours(1);

    private final Path folder;
    private final int mostEventsOfATape;
    private final Clock clock;

    /**
     * @param folder created when it is needed
     * @param mostEventsOfATape 40 bytes of memory each while it is written
     */
    public ReplayFiles(Path folder, int mostEventsOfATape, Clock clock) {
        this.folder = folder;
        this.mostEventsOfATape = mostEventsOfATape;
        this.clock = clock;
    }

    @Override
    public <T> ReplayPipeline.Sink<T> file(Replay replay, Format<T> format) {
        removeParts(replay);
        return new FileSink<>(replay, format, part(replay), path(replay, format.extension()));
    }

    @Override
    public ReplayPipeline.Sink<Recording.RecordedEvent> recording(Replay replay) {
        removeParts(replay);
        return new RecordingSink(
                replay,
                part(replay),
                path(replay, RecordingFile.LINES),
                path(replay, RecordingFile.INDEX),
                mostEventsOfATape);
    }

    /** Those of earlier attempts; one that still lives cannot give it the final name any more. */
    private void removeParts(Replay replay) {
        removeIf(
                file ->
                        isOf(file, replay.id())
                                && String.valueOf(file.getFileName()).endsWith(".part"));
    }

    @Override
    public Optional<Path> find(Replay replay, String extension) {
        return Optional.of(path(replay, extension)).filter(Files::isRegularFile);
    }

    @Override
    public Optional<Recording> openRecording(Replay replay) throws IOException {
        Path lines = path(replay, RecordingFile.LINES);
        Path index = path(replay, RecordingFile.INDEX);
        return Files.isRegularFile(lines) && Files.isRegularFile(index)
                ? Optional.of(RecordingFile.open(lines, index))
                : Optional.empty();
    }

    @Override
    public void remove(Replay replay) {
        removeIf(file -> isOf(file, replay.id()));
    }

    /**
     * Removes what nobody knows any more: a crash, or a store that was wiped, left it.
     *
     * @param known whether there is a replay of that id
     */
    public void removeUnknown(Predicate<String> known) {
        Instant before = clock.instant().minus(LEFT_ALONE);
        removeIf(
                file -> {
                    Matcher own = OWN.matcher(String.valueOf(file.getFileName()));
                    return own.matches()
                            && isOlder(file, before)
                            && !known.test(String.valueOf(own.group(1)));
                });
    }

    private static boolean isOf(Path file, String replay) {
        return String.valueOf(file.getFileName()).startsWith(replay + ".");
    }

    private static boolean isOlder(Path file, Instant than) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (IOException gone) {
            return false;
        }
    }

    private void removeIf(Predicate<Path> unwanted) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (unwanted.test(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private Path part(Replay replay) {
        return path(replay, replay.course().attempt() + ".part");
    }

    private Path path(Replay replay, String extension) {
        return folder.resolve(replay.id() + "." + extension);
    }
}
