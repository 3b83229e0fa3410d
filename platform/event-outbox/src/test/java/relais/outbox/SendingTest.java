package relais.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class SendingTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final List<String> sent = new ArrayList<>();

    private static Outbox.Unsent unsent(long first, long last) {
        return new Outbox.Unsent(
                "a",
                last,
                NOW,
                NOW,
                LongStream.rangeClosed(first, last)
                        .mapToObj(
                                number ->
                                        new Outbox.Numbered(
                                                number,
                                                new ProducerRecord<>(
                                                        "topic",
                                                        "key",
                                                        new byte[] {(byte) number})))
                        .toList());
    }

    private static Sending sending(long first, long last) {
        return new Sending(unsent(first, last), System.nanoTime() + TimeUnit.HOURS.toNanos(1));
    }

    private CompletableFuture<?> taken(ProducerRecord<String, byte[]> message) {
        sent.add(Integer.toString(message.value()[0]));
        return CompletableFuture.completedFuture("there");
    }

    private static CompletableFuture<?> refused(ProducerRecord<String, byte[]> message) {
        return CompletableFuture.failedFuture(new IllegalStateException("away"));
    }

    @Test
    void sendsARecordOnceTheOneBeforeItIsThere() {
        Sending sending = sending(1, 2);
        assertThat(sending.isBegun()).isFalse();

        while (sending.goesOn()) {
            sending.sendNext(this::taken);
            assertThat(sending.await(1)).isNull();
        }

        assertThat(sent).containsExactly("1", "2");
        assertThat(sending.isWhole()).isTrue();
        assertThat(sending.sent(true)).isEqualTo(new Outbox.Sent(sending.unsent(), 2, true));
    }

    @Test
    void tellsHowFarItCameWhenARecordIsRefused() {
        Sending sending = sending(1, 3);
        sending.sendNext(this::taken);
        assertThat(sending.await(1)).isNull();
        sending.sendNext(SendingTest::refused);
        assertThat(sending.await(1)).isInstanceOf(ExecutionException.class);
        sending.stop();

        assertThat(sending.goesOn()).isFalse();
        assertThat(sending.isWhole()).isFalse();
        assertThat(sending.sent(true)).isEqualTo(new Outbox.Sent(sending.unsent(), 1, false));
    }

    @Test
    void sendsNothingAnyMoreWhenItsTimeIsOver() {
        Sending late = new Sending(unsent(1, 1), System.nanoTime() - 1);

        assertThat(late.goesOn()).isFalse();
        assertThat(late.next(unsent(2, 2)).goesOn()).isFalse();
        assertThat(late.sent(true).goesOn()).isFalse();
    }

    @Test
    void waitsForNothingIfNothingWasSent() {
        assertThat(sending(1, 1).await(1)).isNull();
        assertThat(sending(1, 0).isWhole()).isTrue();
    }
}
