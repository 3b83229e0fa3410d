package relais.contributions.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.contributions.message.ShownMessage.Content;

/**
 * Shows the thread of a card. Keys are looked up for every page anew, so that what was erased a
 * moment ago is gone.
 */
public final class ReadThread {

    private final Threads threads;
    private final Subjects subjects;
    private final TextCipher cipher;

    public ReadThread(Threads threads, Subjects subjects, TextCipher cipher) {
        this.threads = threads;
        this.subjects = subjects;
        this.cipher = cipher;
    }

    /** Empty if the reader may not know of the subject, or there is none. */
    public Optional<List<ShownMessage>> read(
            String subject, Threads.@Nullable Position after, int limit, Actor reader) {
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
        return page.stream()
                .map(stored -> new ShownMessage(stored, content(stored.state(), keys)))
                .toList();
    }

    private Content content(Message message, Map<String, AuthorKey> keys) {
        Redaction redaction = message.redaction();
        SealedText sealed = message.text();
        if (redaction != null || sealed == null) {
            return redaction == null ? new Content.Damaged() : new Content.Redacted(redaction);
        }
        Optional<AuthorSecret> secret =
                Optional.ofNullable(keys.get(message.key().mandate()))
                        .flatMap(key -> key.secretOf(message.key()));
        if (secret.isEmpty()) {
            return new Content.Erased();
        }
        return cipher.open(secret.get(), message.id(), message.subject(), sealed)
                .<Content>map(Content.Legible::new)
                .orElseGet(Content.Damaged::new);
    }
}
