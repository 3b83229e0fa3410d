package relais.feed.rebuild;

import java.util.List;
import relais.log.LoggedEvent;

/** Brings events of the log into a model, one partition at a time. */
public interface Folds {

    Fold open(Model model);

    /** For one thread, and one partition. */
    interface Fold {

        /**
         * @param events the next ones, in the log's order
         * @throws RuntimeException what passes, such as a store or a registry that is away; what an
         *     event itself is to blame for is parked
         */
        void add(List<LoggedEvent> events);

        /**
         * @return of all that the fold made
         */
        Prints finish();
    }
}
