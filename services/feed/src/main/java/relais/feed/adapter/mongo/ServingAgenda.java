package relais.feed.adapter.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Status;
import relais.feed.query.Agenda;
import relais.feed.query.Filter;
import relais.feed.query.Reader;
import relais.feed.query.StoredCard;

/** What the committee looks after, of whichever model serves. */
final class ServingAgenda implements Agenda {

    private final Supplier<Agenda> serving;

    ServingAgenda(Supplier<Agenda> serving) {
        this.serving = serving;
    }

    @Override
    public Listing latest(Filter filter, Reader reader, int limit) {
        return serving.get().latest(filter, reader, limit);
    }

    @Override
    public Listing actions(
            String axis,
            Set<Status> statuses,
            @Nullable LocalDate dueBefore,
            @Nullable Instant asOf,
            int limit) {
        return serving.get().actions(axis, statuses, dueBefore, asOf, limit);
    }

    @Override
    public Optional<StoredCard> workingDayBefore(LocalDate day) {
        return serving.get().workingDayBefore(day);
    }
}
