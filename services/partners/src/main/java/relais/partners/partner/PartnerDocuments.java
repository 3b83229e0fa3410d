package relais.partners.partner;

import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import relais.aggregates.KeptState;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.outbox.StateMapper;

/**
 * The partner as its own document, which has the time of the last event itself. {@code territories}
 * is derived, for queries only, and never read back.
 *
 * @param reach every territory that a territory lies in, of any vintage, itself included
 */
public record PartnerDocuments(Function<String, Set<String>> reach)
        implements StateMapper<KeptState<Partner>> {

    private static final RecordCodec<Partner> CODEC = RecordCodecs.of(Partner.class);

    @Override
    public Document write(KeptState<Partner> kept) {
        String home = kept.state().identity().territory();
        return CODEC.toDocument(kept.state())
                .append("territories", reach.apply(home).stream().sorted().toList());
    }

    @Override
    public KeptState<Partner> read(Document document) {
        Partner partner = CODEC.fromDocument(document);
        return new KeptState<>(partner, partner.changedAt(), Set.of());
    }
}
