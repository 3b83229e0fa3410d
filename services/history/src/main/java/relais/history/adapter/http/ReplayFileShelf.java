package relais.history.adapter.http;

import java.nio.file.Path;
import java.util.Optional;
import relais.history.replay.Replay;

/** Where the files of replays are. */
@FunctionalInterface
public interface ReplayFileShelf {

    /**
     * Empty if it is not on this machine.
     *
     * @param extension of its form
     */
    Optional<Path> find(Replay replay, String extension);
}
