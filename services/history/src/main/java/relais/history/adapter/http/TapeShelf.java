package relais.history.adapter.http;

import java.io.IOException;
import java.util.Optional;
import relais.history.replay.Replay;
import relais.history.replay.Tape;

/** Where the tapes of streams are. */
@FunctionalInterface
public interface TapeShelf {

    /** To be closed; empty if it is not on this machine. */
    Optional<Tape> open(Replay replay) throws IOException;
}
