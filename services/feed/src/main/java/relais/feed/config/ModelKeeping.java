package relais.feed.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import relais.feed.adapter.kafka.KafkaGroups;
import relais.feed.rebuild.ModelKeeper;
import relais.start.RepeatedWork;
import relais.start.ServiceStart;

/**
 * Looks after the models for as long as the service runs. A store that is unreachable at the start
 * is waited for: the service is up meanwhile, and says that it is not ready.
 */
final class ModelKeeping extends ServiceStart {

    private final ModelKeeper keeper;
    private final ModelReaders readers;
    private final KafkaGroups groups;
    private final Duration lookEvery;
    private @Nullable RepeatedWork looks;

    ModelKeeping(ModelKeeper keeper, ModelReaders readers, KafkaGroups groups, Duration lookEvery) {
        this.keeper = keeper;
        this.readers = readers;
        this.groups = groups;
        this.lookEvery = lookEvery;
    }

    @Override
    protected void open() {
        keeper.open();
        looks = RepeatedWork.start("feed-models", Duration.ZERO, lookEvery, keeper::look);
    }

    @Override
    protected void close() {
        RepeatedWork started = looks;
        if (started != null) {
            started.close();
        }
        keeper.close();
        readers.close();
        groups.close();
    }
}
