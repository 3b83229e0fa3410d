package relais.history.config;

import org.springframework.stereotype.Component;
import relais.history.adapter.mongo.MongoCheckpoints;
import relais.history.adapter.mongo.MongoManifests;
import relais.history.adapter.mongo.MongoReplays;
import relais.start.ServiceStart;
import relais.start.StartSteps;

/** Indexes are there before the first request. Kafka may come later: each reading asks for it. */
@Component
final class HistoryStart extends ServiceStart {

    private final StartSteps steps;
    private final MongoManifests manifests;
    private final MongoCheckpoints checkpoints;
    private final MongoReplays replays;

    HistoryStart(
            StartSteps steps,
            MongoManifests manifests,
            MongoCheckpoints checkpoints,
            MongoReplays replays) {
        this.steps = steps;
        this.manifests = manifests;
        this.checkpoints = checkpoints;
        this.replays = replays;
    }

    @Override
    protected void open() {
        steps.createIndexes(
                () -> {
                    manifests.ensureIndexes();
                    checkpoints.ensureIndexes();
                    replays.ensureIndexes();
                });
    }

    @Override
    protected void close() {}
}
