package relais.contributions.message;

import java.util.List;
import java.util.Optional;
import relais.aggregates.Aggregates;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;

/** The keys that authors write with, until they are erased. */
public record AuthorKeys(
        Aggregates<AuthorKey, AuthorKey.Event> keys,
        ChangeAggregate<AuthorKey, AuthorKey.Command, AuthorKey.Event> change,
        TextCipher cipher) {

    /** A key, for as long as one text takes to be sealed. */
    record Current(KeyId id, AuthorSecret secret) {}

    /**
     * The author's key: made now, if there is none or it was erased.
     *
     * @return empty if others were faster time after time
     */
    Optional<Current> current(Actor author) {
        return find(author.mandate()).or(() -> make(author));
    }

    Optional<AuthorSecret> secretOf(KeyId id) {
        return keys.find(AuthorKey.aggregateOf(id.mandate()))
                .flatMap(stored -> stored.state().secretOf(id));
    }

    /**
     * Forgets the key of a mandate, and with it every text that it wrote until now, everywhere;
     * also if it wrote none. Nobody needs a standing for that: a right to be forgotten outlives a
     * mandate.
     *
     * @return the reasons against it; empty when nothing of the texts can be read any more
     */
    List<Refusal> erase(String mandate, Actor actor) {
        if (!actor.mandate().equals(mandate) && !actor.is(Role.OPERATOR)) {
            return List.of(Refusal.forbidden("mandate", "own-texts-only"));
        }
        Result<AuthorKey> erased =
                change.changeLatest(
                        AuthorKey.aggregateOf(mandate),
                        new AuthorKey.Command.Erase(),
                        Request.now(actor));
        return switch (erased) {
            case Result.Done<AuthorKey> _, Result.Missing<AuthorKey> _ -> List.of();
            case Result.Refused<AuthorKey>(List<Refusal> refusals) -> refusals;
            case Result.Stale<AuthorKey> _ -> List.of(Refusal.conflict("mandate", "too-busy"));
        };
    }

    private Optional<Current> find(String mandate) {
        return keys.find(AuthorKey.aggregateOf(mandate)).flatMap(AuthorKeys::current);
    }

    private Optional<Current> make(Actor author) {
        String id = AuthorKey.aggregateOf(author.mandate());
        AuthorKey.Command.Make make = new AuthorKey.Command.Make(cipher.newSecret());
        Request request = Request.now(author);
        Result<AuthorKey> made = change.changeLatest(id, make, request);
        if (made instanceof Result.Missing) {
            made = change.create(id, make, request);
        }
        // A creation that came second answers with what is there, which may be erased by now.
        return made instanceof Result.Done<AuthorKey>(Stored<AuthorKey> stored, boolean _)
                ? current(stored)
                : Optional.empty();
    }

    private static Optional<Current> current(Stored<AuthorKey> stored) {
        AuthorKey key = stored.state();
        return key.secretOf(key.id()).map(secret -> new Current(key.id(), secret));
    }
}
