package relais.contributions.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ListPosition;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.contributions.message.ShownMessage.Status;

/**
 * Shows the thread of a card. Keys are looked up for every page anew, so that what was erased a
 * moment ago is gone.
 */
public record ReadThread(Threads threads, Subjects subjects, TextCipher cipher) {

    /** Empty if the reader may not know of the subject, or there is none. */
    public Optional<List<ShownMessage>> read(
            String subject, @Nullable ListPosition<Instant> after, int limit, Actor reader) {
        return subjects.isVisible(subject, reader)
                ? Optional.of(shown(threads.list(subject, after, limit)))
                : Optional.empty();
    }

    private List<ShownMessage> shown(List<Stored<Message>> page) {
        Map<String, AuthorKey> keys =
                threads
                        .keysOf(
                                page.stream()
                                        .map(stored -> stored.state().author().mandate())
                                        .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(key -> key.id().mandate(), Function.identity()));
        return page.stream().map(stored -> shown(stored, keys)).toList();
    }

    private ShownMessage shown(Stored<Message> stored, Map<String, AuthorKey> keys) {
        Message message = stored.state();
        if (message.redaction() != null) {
            return ShownMessage.of(stored, Status.REDACTED, null);
        }
        SealedText sealed = message.text();
        if (sealed == null) {
            return ShownMessage.of(stored, Status.DAMAGED, null);
        }
        Optional<AuthorSecret> secret =
                Optional.ofNullable(keys.get(message.key().mandate()))
                        .flatMap(key -> key.secretOf(message.key()));
        if (secret.isEmpty()) {
            return ShownMessage.of(stored, Status.ERASED, null);
        }
        return cipher.open(secret.get(), message.id(), message.subject(), sealed)
                .map(text -> ShownMessage.of(stored, Status.POSTED, text))
                .orElseGet(() -> ShownMessage.of(stored, Status.DAMAGED, null));
    }
}
