package relais.history.config;

import org.springframework.stereotype.Component;
import relais.history.adapter.mongo.MongoCheckpoints;
import relais.history.adapter.mongo.MongoManifests;
import relais.start.ServiceStart;
import relais.start.StartSteps;

/** Indexes are there before the first request. Kafka may come later: each reading asks for it. */
@Component
final class HistoryStart extends ServiceStart {

    private final StartSteps steps;
    private final MongoManifests manifests;
    private final MongoCheckpoints checkpoints;

    HistoryStart(StartSteps steps, MongoManifests manifests, MongoCheckpoints checkpoints) {
        this.steps = steps;
        this.manifests = manifests;
        this.checkpoints = checkpoints;
    }

    @Override
    protected void open() {
        steps.createIndexes(
                () -> {
                    manifests.ensureIndexes();
                    checkpoints.ensureIndexes();
                });
    }

    @Override
    protected void close() {}
}
