package relais.history.adapter.http;

import java.io.IOException;
import java.util.Optional;
import relais.history.replay.Recording;
import relais.history.replay.Replay;

/** Where the recordings of streams are. */
@FunctionalInterface
public interface Recordings {

    /** To be closed; empty if it is not on this machine. */
    Optional<Recording> open(Replay replay) throws IOException;
}
