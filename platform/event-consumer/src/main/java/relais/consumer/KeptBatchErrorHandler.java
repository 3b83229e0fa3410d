package relais.consumer;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ErrorHandlingUtils;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Has the container keep a batch that cannot be delivered, for as long as it takes. The container
 * then pauses the partitions, polls on, so that the group keeps this member, and delivers the same
 * records again after each poll, less those of partitions that a rebalance has taken meanwhile.
 * Nothing of them is committed before that succeeds.
 */
record KeptBatchErrorHandler(
        Predicate<Throwable> passing, Progress progress, ReaderPause pause, Duration retryInterval)
        implements CommonErrorHandler {

    @Override
    @SuppressWarnings("unchecked") // The records are those that the container polled.
    public <K, V> ConsumerRecords<K, V> handleBatchAndReturnRemaining(
            Exception thrown,
            ConsumerRecords<?, ?> batch,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        Exception failure =
                Objects.requireNonNullElse(ErrorHandlingUtils.findRootCause(thrown), thrown);
        pause.begin(failure.toString(), failure, passing.test(failure));
        progress.observeWhilePaused(consumer);
        return (ConsumerRecords<K, V>) batch;
    }

    @Override
    public void handleOtherException(
            Exception thrown,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            boolean batchListener) {
        pause.begin("Kafka: " + thrown, thrown, false);
        try {
            ListenerUtils.stoppableSleep(container, retryInterval.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** A batch that fails is never done with. */
    @Override
    public boolean isAckAfterHandle() {
        return false;
    }
}
