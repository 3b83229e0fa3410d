package relais.history.config;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.history.replay.Replay;
import relais.history.replay.Runner;
import relais.history.replay.State;
import relais.history.replay.Trouble;

/** Tells operators of replays. */
final class LoggedReplays implements Runner.Notes {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedReplays.class);

    @Override
    public void ended(Replay replay, State state, @Nullable Trouble trouble) {
        if (trouble == null) {
            LOG.info("Replay {}: {}", replay.id(), state);
        } else {
            LOG.warn(
                    "Replay {}: {} ({}: {})", replay.id(), state, trouble.code(), trouble.detail());
        }
    }

    @Override
    public void lost(Replay replay) {
        LOG.warn("Replay {} goes on elsewhere", replay.id());
    }

    @Override
    public void failed(String what, RuntimeException why) {
        LOG.warn("{}: trying again. {}", what, why.toString());
    }
}
