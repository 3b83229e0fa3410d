package relais.contributions.known;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;

/** What is asked of a partner that a command names, other than the one that acts. */
public final class NamedPartner {

    private NamedPartner() {}

    /** It is registered; whether it may act today is another question. */
    public static Stream<Refusal> registered(
            String field, @Nullable String id, Circumstances circumstances) {
        return Refusal.when(
                find(id, circumstances).isEmpty(), Refusal.invalid(field, "named-partner-unknown"));
    }

    /** It is registered, and may act. */
    public static Stream<Refusal> active(
            String field, @Nullable String id, Circumstances circumstances) {
        return find(id, circumstances)
                .map(
                        partner ->
                                Refusal.when(
                                        !partner.active(),
                                        Refusal.invalid(
                                                field, "named-partner-suspended", partner.name())))
                .orElseGet(() -> registered(field, id, circumstances));
    }

    private static Optional<Partner> find(@Nullable String id, Circumstances circumstances) {
        return PartnerId.parse(id)
                .flatMap(known -> Optional.ofNullable(circumstances.known().partners().get(known)));
    }
}
