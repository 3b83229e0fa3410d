package relais.contributions.message;

import java.util.Optional;

/** Seals texts, each to its message and subject: moved to another one it does not open. */
public interface TextCipher {

    AuthorSecret newSecret();

    SealedText seal(AuthorSecret secret, MessageId id, String subject, MessageText text);

    /** Empty if it was not sealed so: with another key, for another message, or altered since. */
    Optional<MessageText> open(
            AuthorSecret secret, MessageId id, String subject, SealedText sealed);
}
