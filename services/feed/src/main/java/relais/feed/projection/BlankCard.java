package relais.feed.projection;

import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;

/**
 * An aggregate of which nothing can be said, yet its versions go on being counted: its first event
 * was skipped by an operator, or it is the key of an author.
 */
public record BlankCard(@StoredField(unwrapped = true) Revision revision) implements Card {

    @Override
    public BlankCard at(Revision other) {
        return new BlankCard(other);
    }

    @Override
    public Visibility visibility() {
        return Visibility.NONE;
    }

    @Override
    public @Nullable Headline headline() {
        return null;
    }

    @Override
    public @Nullable Kind kind() {
        return null;
    }

    @Override
    public @Nullable Status status() {
        return null;
    }

    @Override
    public @Nullable String partner() {
        return null;
    }

    @Override
    public @Nullable String reason() {
        return null;
    }
}
