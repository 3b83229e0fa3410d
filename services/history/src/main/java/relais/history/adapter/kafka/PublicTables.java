package relais.history.adapter.kafka;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.EventDeserializer;
import relais.events.RegistryUnavailable;
import relais.events.SchemaRegistry;
import relais.events.UndecodableEvent;
import relais.history.dataset.Table;
import relais.history.dataset.Tables;
import relais.history.dataset.TooManyRows;
import relais.log.Envelope;
import relais.log.Log;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.territories.Territories;

/**
 * Folds the log into the tables of the open data, all of it once an edition: about a kilobyte of
 * memory for each experience while it does. A log of more experiences than the heap has room for
 * beside what else the service does is refused, rather than ending the process.
 *
 * @param pages where people read cards, without a slash at the end
 * @param most how many experiences there is room for
 */
public record PublicTables(
        Log log, EventDeserializer deserializer, Territories territories, String pages, long most)
        implements Tables {

    /** What the service takes for all else, exports among it; of a small heap it is half. */
    private static final long TAKEN_BYTES = 96L << 20;

    private static final int BYTES_OF_AN_EXPERIENCE = 1_200;

    /** What changes a row; of the rest only the version counts. */
    private static final Set<String> TOLD =
            Set.of(
                    "PartnerRegistered",
                    "PartnerRenamed",
                    "ExperienceSubmitted",
                    "ExperienceResubmitted",
                    "ExperiencePublished",
                    "ExperienceRevised",
                    "ExperienceWithdrawn",
                    "ExperienceModerated",
                    "ExperienceAdopted",
                    "AdoptionReported",
                    "AdoptionEnded",
                    "ContributionOpened",
                    "ContributionDrafted",
                    "ConsultationOpened",
                    "ConsultationClosed",
                    "ContributionAdopted",
                    "ContributionWithdrawn",
                    "ContributionSuperseded",
                    "ObjectiveSet",
                    "ObjectiveMeasured",
                    "ObjectiveWithdrawn");

    public PublicTables(Log log, SchemaRegistry registry, Territories territories, String pages) {
        this(
                log,
                new EventDeserializer(registry),
                territories,
                pages,
                roomIn(Runtime.getRuntime().maxMemory()));
    }

    /** How many experiences a heap of so many bytes has room for. */
    static long roomIn(long heap) {
        return (heap - Math.min(TAKEN_BYTES, heap / 2)) / BYTES_OF_AN_EXPERIENCE;
    }

    /**
     * One event.
     *
     * @param data null if it changes no row, or cannot be read
     */
    record Told(Envelope envelope, @Nullable SpecificRecord data) {}

    @Override
    public Map<Table, List<List<@Nullable Object>>> at(
            Offsets place, LocalDate day, Set<String> hidden) throws InterruptedException {
        TableFold fold = new TableFold();
        Map<String, Long> versions = new HashMap<>();
        try (Log.Reading<Told> reading = log.read(Offsets.START, place, this::told)) {
            for (Told told = reading.next(); told != null; told = reading.next()) {
                long version = versions.getOrDefault(told.envelope().aggregateId(), 0L);
                // What repeats another event, or follows one that is missing, says nothing.
                if (told.envelope().sequence() == version + 1) {
                    versions.put(told.envelope().aggregateId(), version + 1);
                    fold.add(told);
                }
                if (fold.experiences.size() > most) {
                    throw new TooManyRows(most);
                }
            }
        }
        TableRows rows = new TableRows(fold, versions, hidden, territories, pages);
        Map<Table, List<List<@Nullable Object>>> tables = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            tables.put(table, rows.of(table, day));
        }
        return tables;
    }

    private @Nullable Told told(LoggedEvent event) {
        Envelope envelope = Envelope.of(event);
        if (envelope == null) {
            return null;
        }
        if (!TOLD.contains(envelope.name())) {
            return new Told(envelope, null);
        }
        try {
            return new Told(envelope, deserializer.deserialize(requireNonNull(event.value())));
        } catch (RegistryUnavailable away) {
            throw new LogUnavailable(String.valueOf(away.getMessage()), away);
        } catch (UndecodableEvent bad) {
            return new Told(envelope, null);
        }
    }
}
