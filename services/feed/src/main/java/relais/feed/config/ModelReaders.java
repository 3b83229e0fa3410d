package relais.feed.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.feed.rebuild.CurrentModel;
import relais.feed.rebuild.Followers;

/** One reader of the log for each model that is kept up to date. */
final class ModelReaders implements Followers {

    private static final Logger LOG = LoggerFactory.getLogger(ModelReaders.class);

    private final IntFunction<ModelReader> open;
    private final IntConsumer forget;
    private final Map<Integer, ModelReader> running = new HashMap<>();
    private boolean closed;

    /**
     * @param open makes the reader of a model, which does not read yet
     * @param forget told that a model is not read for any more
     */
    ModelReaders(IntFunction<ModelReader> open, IntConsumer forget) {
        this.open = open;
        this.forget = forget;
    }

    @Override
    public void follow(Set<Integer> numbers) {
        Set<Integer> leaving = new HashSet<>();
        synchronized (this) {
            leaving.addAll(running.keySet());
        }
        leaving.removeAll(numbers);
        leaving.forEach(this::stop);
        synchronized (this) {
            for (int number : numbers) {
                if (!closed && !running.containsKey(number)) {
                    ModelReader reader = open.apply(number);
                    reader.consumer().start();
                    running.put(number, reader);
                    LOG.info("Model {} is kept up to date here", number);
                }
            }
        }
    }

    private void stop(int number) {
        ModelReader reader;
        synchronized (this) {
            reader = running.remove(number);
        }
        if (reader != null) {
            reader.stop();
            forget.accept(number);
            LOG.info("Model {} is no longer kept up to date here", number);
        }
    }

    synchronized Optional<ModelReader> of(int number) {
        return Optional.ofNullable(running.get(number));
    }

    /** That of the serving model; empty if none serves, or it has only just begun to. */
    synchronized Optional<ModelReader> serving(CurrentModel current) {
        return running.entrySet().stream()
                .filter(reader -> current.serves(reader.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    void close() {
        List<Integer> numbers;
        synchronized (this) {
            closed = true;
            numbers = new ArrayList<>(running.keySet());
        }
        numbers.forEach(this::stop);
    }
}
