package relais.contributions.message;

import static java.util.Objects.requireNonNull;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.contributions.known.Circumstances;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Needs;

/** The rules of the keys of authors. */
public final class AuthorKeyRules
        implements NeedingType<AuthorKey, AuthorKey.Command, AuthorKey.Event> {

    @Override
    public Decision<AuthorKey.Event> decide(
            @Nullable AuthorKey before, AuthorKey.Command command, Circumstances context) {
        return switch (command) {
            case AuthorKey.Command.Make make ->
                    before != null && before.secret() != null
                            ? new Decision.Unchanged<>()
                            : Decision.unless(
                                    Stream.empty(), () -> made(before, make, Author.of(context)));
            case AuthorKey.Command.Erase _ ->
                    erase(requireNonNull(before, "no key to erase"), context.actor());
        };
    }

    private static AuthorKey.Event made(
            @Nullable AuthorKey before, AuthorKey.Command.Make make, Author author) {
        return before == null
                ? new AuthorKey.Event.Made(author, new KeyId(author.mandate(), 1), make.secret())
                : new AuthorKey.Event.Made(before.author(), before.id().next(), make.secret());
    }

    private static Decision<AuthorKey.Event> erase(AuthorKey before, Actor actor) {
        boolean may = actor.mandate().equals(before.author().mandate()) || actor.is(Role.OPERATOR);
        return may && before.secret() == null
                ? new Decision.Unchanged<>()
                : Decision.unless(
                        Refusal.when(!may, Refusal.forbidden("mandate", "own-texts-only")),
                        () -> new AuthorKey.Event.Erased(before.id()));
    }

    @Override
    public Needs needs(@Nullable AuthorKey before, AuthorKey.Command command) {
        return Needs.NOTHING;
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
