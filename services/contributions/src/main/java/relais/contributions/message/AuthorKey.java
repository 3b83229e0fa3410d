package relais.contributions.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Moment;
import relais.codec.StoredField;

/**
 * The keys of one mandate, one after the other; at most the latest is still there. Everything that
 * was sealed with an earlier one can be read by nobody.
 *
 * @param author whose they are, as when the first one was made
 * @param id of the latest key
 * @param secret absent once it was erased
 */
public record AuthorKey(
        Author author, @StoredField(name = "key") KeyId id, @Nullable AuthorSecret secret) {

    public static final String PREFIX = "k-";

    /** The aggregate in which a mandate's keys are. */
    public static String aggregateOf(String mandate) {
        return PREFIX + mandate;
    }

    /** Whether the latest key is still there. */
    public enum Status {
        KEPT,
        ERASED
    }

    @StoredField
    public Status status() {
        return secret == null ? Status.ERASED : Status.KEPT;
    }

    /** What opens the texts sealed with a key; empty if that key was erased. */
    public Optional<AuthorSecret> secretOf(KeyId key) {
        return key.equals(id) ? Optional.ofNullable(secret) : Optional.empty();
    }

    /** What can be asked of a mandate's keys. */
    public sealed interface Command {

        /** A key to write with, unless there is one. */
        record Make(AuthorSecret secret) implements Command {}

        record Erase() implements Command {}
    }

    /** What happened to a mandate's keys. */
    public sealed interface Event {

        /** Nobody else learns of it. */
        record Made(Author author, KeyId key, AuthorSecret secret) implements Event {}

        record Erased(KeyId key) implements Event {}
    }

    /**
     * @param before absent before the first event
     */
    public static AuthorKey apply(@Nullable AuthorKey before, Event event, Moment moment) {
        return switch (event) {
            case Event.Made made -> new AuthorKey(made.author(), made.key(), made.secret());
            case Event.Erased erased -> {
                if (before == null) {
                    throw new IllegalStateException("A key is made before it is erased");
                }
                yield new AuthorKey(before.author(), erased.key(), null);
            }
        };
    }
}
