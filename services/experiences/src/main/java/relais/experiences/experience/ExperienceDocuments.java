package relais.experiences.experience;

import static java.util.Objects.requireNonNull;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import relais.aggregates.KeptState;
import relais.aggregates.territory.TerritoryCode;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.outbox.StateMapper;

/**
 * Experiences as documents. {@code reach} holds the territories whose reviewers see it: derived, so
 * that a review queue is one indexed equality; it is written and never read back, like {@code
 * files}.
 */
record ExperienceDocuments(Function<TerritoryCode, Set<String>> reach)
        implements StateMapper<KeptState<Experience>> {

    /** Every file of the card, and of what was sent back: a query by them is one equality. */
    static final String FILES = "files";

    private static final RecordCodec<Experience> CODEC = RecordCodecs.of(Experience.class);

    @Override
    public Document write(KeptState<Experience> kept) {
        TerritoryCode territory = kept.state().content().territory();
        Document document =
                CODEC.toDocument(kept.state())
                        .append("lastEventAt", Date.from(kept.lastEventAt()))
                        .append("importedRows", kept.importedRows().stream().sorted().toList())
                        .append("reach", List.copyOf(reach.apply(territory)));
        List<String> files = kept.state().files().distinct().sorted().toList();
        return files.isEmpty() ? document : document.append(FILES, files);
    }

    @Override
    public KeptState<Experience> read(Document document) {
        return new KeptState<>(
                CODEC.fromDocument(document),
                requireNonNull(document.getDate("lastEventAt")).toInstant(),
                Set.copyOf(document.getList("importedRows", String.class, List.of())));
    }
}
