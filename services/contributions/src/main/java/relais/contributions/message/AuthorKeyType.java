package relais.contributions.message;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Circumstances;
import relais.contributions.known.Needs;

/** Keys of authors, for the use cases that all aggregates share. */
public final class AuthorKeyType
        implements NeedingType<AuthorKey, AuthorKey.Command, AuthorKey.Event> {

    @Override
    public Needs needs(@Nullable AuthorKey before, AuthorKey.Command command) {
        return Needs.NOTHING;
    }

    @Override
    public Decision<AuthorKey.Event> decide(
            @Nullable AuthorKey before, AuthorKey.Command command, Circumstances circumstances) {
        return AuthorKey.decide(before, command, circumstances);
    }

    @Override
    public AuthorKey apply(@Nullable AuthorKey before, AuthorKey.Event event, Moment moment) {
        return AuthorKey.apply(before, event, moment);
    }

    /** Two first messages at once make one key. */
    @Override
    public boolean isCreator(AuthorKey state, Actor actor) {
        return state.author().mandate().equals(actor.mandate());
    }
}
