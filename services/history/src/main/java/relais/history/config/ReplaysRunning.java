package relais.history.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import relais.history.adapter.files.ReplayFiles;
import relais.history.replay.OutdatedReplays;
import relais.history.replay.ReplayRunner;
import relais.history.replay.Replays;

/**
 * Runs replays once everything else runs, and stops first: those who listen to a stream would hold
 * up the web server.
 */
@Component
final class ReplaysRunning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReplaysRunning.class);

    private final ReplayRunner runner;
    private final OutdatedReplays outdated;
    private final ReplayFiles files;
    private final Replays replays;
    private volatile boolean running;

    ReplaysRunning(
            ReplayRunner runner, OutdatedReplays outdated, ReplayFiles files, Replays replays) {
        this.runner = runner;
        this.outdated = outdated;
        this.files = files;
        this.replays = replays;
    }

    @Override
    public void start() {
        runner.start();
        outdated.start();
        Thread.ofVirtual().name("replay-leftovers").start(this::removeLeftovers);
        running = true;
    }

    private void removeLeftovers() {
        try {
            files.removeUnknown(id -> replays.find(id).isPresent());
        } catch (RuntimeException storeAway) {
            LOG.warn("Files of no replay stay until the next start: {}", storeAway.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        outdated.stop();
        runner.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
