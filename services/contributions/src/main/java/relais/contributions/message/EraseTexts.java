package relais.contributions.message;

import java.util.List;
import relais.aggregates.Aggregates;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Refusal;
import relais.aggregates.Result;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;

/** Forgets the key of an author, and with it every text that it wrote until now, everywhere. */
public final class EraseTexts {

    private final AuthorKeys keys;

    public EraseTexts(
            Aggregates<AuthorKey, AuthorKey.Event> keys,
            ChangeAggregate<AuthorKey, AuthorKey.Command, AuthorKey.Event> change,
            TextCipher cipher) {
        this.keys = new AuthorKeys(keys, change, cipher);
    }

    /**
     * Erases a mandate's texts; also if it wrote none. Nobody needs a standing for that: a right to
     * be forgotten outlives a mandate.
     *
     * @return the reasons against it; empty when nothing of the texts can be read any more
     */
    public List<Refusal> erase(String mandate, Actor actor) {
        if (!actor.mandate().equals(mandate) && !actor.is(Role.OPERATOR)) {
            return List.of(Refusal.forbidden("mandate", "own-texts-only"));
        }
        return switch (keys.erase(mandate, actor)) {
            case Result.Done<AuthorKey> _, Result.Missing<AuthorKey> _ -> List.of();
            case Result.Refused<AuthorKey>(List<Refusal> refusals) -> refusals;
            case Result.Stale<AuthorKey> _ -> List.of(Refusal.conflict("mandate", "too-busy"));
        };
    }
}
