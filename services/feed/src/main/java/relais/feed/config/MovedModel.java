package relais.feed.config;

import java.util.List;
import java.util.Map;
import relais.consumer.BatchListener;
import relais.consumer.IncomingEvent;
import relais.feed.query.RecentStanding;
import relais.log.LogPartition;

/** Tells those who read that a model has moved, when that is written down. */
record MovedModel(BatchListener digests, RecentStanding standing) implements BatchListener {

    @Override
    public void resumes(Map<LogPartition, Long> next) {
        digests.resumes(next);
        standing.moved();
    }

    @Override
    public void begins(List<IncomingEvent> batch) {
        digests.begins(batch);
    }

    @Override
    public void ends(List<IncomingEvent> batch) {
        digests.ends(batch);
        standing.moved();
    }
}
