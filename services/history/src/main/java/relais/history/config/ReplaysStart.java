package relais.history.config;

import org.springframework.stereotype.Component;
import relais.history.adapter.mongo.MongoReplays;
import relais.start.ServiceStart;
import relais.start.StartSteps;

/** The indexes of replays are there before the first request. */
@Component
final class ReplaysStart extends ServiceStart {

    private final StartSteps steps;
    private final MongoReplays replays;

    ReplaysStart(StartSteps steps, MongoReplays replays) {
        this.steps = steps;
        this.replays = replays;
    }

    @Override
    protected void open() {
        steps.createIndexes(replays::ensureIndexes);
    }

    @Override
    protected void close() {}
}
