package relais.feed.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate whose first event an operator skipped: nothing can be said of it, yet its versions
 * go on being counted.
 */
public record BlankCard(Revision revision) implements Card {

    @Override
    public Visibility visibility() {
        return Visibility.NONE;
    }

    @Override
    public Instant date() {
        return revision.createdAt();
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
    public @Nullable String territory() {
        return null;
    }
}
