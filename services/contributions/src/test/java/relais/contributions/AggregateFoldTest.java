package relais.contributions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.SECRETARY;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.AggregateType;
import relais.aggregates.Change;
import relais.aggregates.KeptState;
import relais.aggregates.Moment;
import relais.aggregates.log.AggregateFold;
import relais.aggregates.log.EventRecords;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.action.ActionAvro;
import relais.contributions.action.ActionEvent;
import relais.contributions.action.ActionRules;
import relais.contributions.contribution.ContributionAvro;
import relais.contributions.contribution.ContributionEvent;
import relais.contributions.contribution.ContributionRules;
import relais.contributions.contribution.QuorumRule;
import relais.contributions.message.Author;
import relais.contributions.message.KeyId;
import relais.contributions.message.MessageAvro;
import relais.contributions.message.MessageEvent;
import relais.contributions.message.MessageId;
import relais.contributions.message.MessageRules;
import relais.contributions.message.RedactedBy;
import relais.contributions.message.SealedText;
import relais.contributions.objective.ObjectiveAvro;
import relais.contributions.objective.ObjectiveEvent;
import relais.contributions.objective.ObjectiveRules;
import relais.contributions.workingday.WorkingDayAvro;
import relais.contributions.workingday.WorkingDayEvent;
import relais.contributions.workingday.WorkingDayRules;
import relais.events.EventDeserializer;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.events.contributions.MessagePosted;
import relais.log.Envelope;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.RecordPosition;
import relais.outbox.OutboxRecord;
import relais.teststack.ReleasedEvent;

/** What the log says of an aggregate is all that decisions rest on. */
class AggregateFoldTest {

    private static final int WALKS = 60;

    private final SchemaRegistry registry = ReleasedEvent.known(EventSchemas.contributions());
    private final EventSerializer serializer =
            new EventSerializer(registry, Topics.CONTRIBUTIONS, EventSchemas.contributions());

    AggregateFoldTest() {
        serializer.resolve();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void contributions(long seed) {
        Random random = new Random(seed);
        Set<Class<?>> told = new HashSet<>();
        for (int walk = 0; walk < WALKS; walk++) {
            var events = relais.contributions.contribution.Walk.of(random);
            events.forEach(event -> told.add(event.event().getClass()));
            foldsTheSame(
                    ContributionAvro.language(),
                    new ContributionRules(QuorumRule.TWO_THIRDS),
                    "c-1",
                    events.stream().map(event -> event.event()).toList(),
                    events.stream().map(event -> event.moment().at()).toList());
        }
        assertThat(told)
                .containsExactlyInAnyOrder(ContributionEvent.class.getPermittedSubclasses());
    }

    @Test
    void objectives() {
        Random random = new Random(3);
        Set<Class<?>> told = new HashSet<>();
        for (int walk = 0; walk < WALKS; walk++) {
            var events = relais.contributions.objective.Walk.of(random).events();
            events.forEach(event -> told.add(event.getClass()));
            foldsTheSame(ObjectiveAvro.language(), new ObjectiveRules(), "o-debit", events);
        }
        assertThat(told).containsExactlyInAnyOrder(ObjectiveEvent.class.getPermittedSubclasses());
    }

    @Test
    void actions() {
        Random random = new Random(5);
        Set<Class<?>> told = new HashSet<>();
        for (int walk = 0; walk < WALKS; walk++) {
            var events = relais.contributions.action.Walk.of(random).events();
            events.forEach(event -> told.add(event.getClass()));
            String id = ((ActionEvent.Planned) events.getFirst()).id().value();
            foldsTheSame(ActionAvro.language(), new ActionRules(), id, events);
        }
        assertThat(told).containsExactlyInAnyOrder(ActionEvent.class.getPermittedSubclasses());
    }

    @Test
    void workingDays() {
        Random random = new Random(7);
        Set<Class<?>> told = new HashSet<>();
        for (int walk = 0; walk < WALKS; walk++) {
            var events = relais.contributions.workingday.Walk.of(random).events();
            events.forEach(event -> told.add(event.getClass()));
            foldsTheSame(WorkingDayAvro.language(), new WorkingDayRules(), "wd-lyon", events);
        }
        assertThat(told).containsExactlyInAnyOrder(WorkingDayEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("redactions")
    void messages(MessageEvent.Redacted redacted) {
        var posted =
                new MessageEvent.Posted(
                        new MessageId("msg-1"),
                        "x-tablettes",
                        new Author(
                                "m-ada",
                                new PartnerId("p-loiret"),
                                new TerritoryCode("departement:45")),
                        new KeyId("m-ada", 2),
                        new SealedText(new byte[12], new byte[] {3, 1, 2}),
                        7,
                        redacted.reason() == null ? null : new MessageId("msg-0"));

        foldsTheSame(
                MessageAvro.language(), new MessageRules(), "msg-1", List.of(posted, redacted));
    }

    static List<MessageEvent.Redacted> redactions() {
        return List.of(
                new MessageEvent.Redacted(RedactedBy.AUTHOR, null),
                new MessageEvent.Redacted(RedactedBy.COMMITTEE, "hors sujet"));
    }

    private static final Map<String, PublishedLanguage<?, ?>> LANGUAGES =
            Map.of(
                    "contributionId", ContributionAvro.language(),
                    "objectiveId", ObjectiveAvro.language(),
                    "actionId", ActionAvro.language(),
                    "workingDayId", WorkingDayAvro.language(),
                    "messageId", MessageAvro.language());

    /**
     * All but the erasure of keys, which belongs to no such aggregate. The sample of a message
     * names its key as no release of the service ever did.
     */
    static Stream<ReleasedEvent> releasedEvents() {
        return ReleasedEvent.of(Topics.CONTRIBUTIONS).stream()
                .filter(released -> !released.name().startsWith("AuthorKeyErased "))
                .peek(
                        released -> {
                            if (released.event() instanceof MessagePosted posted) {
                                posted.setKeyId(posted.getMandateId() + "#1");
                            }
                        });
    }

    /** Every version that was ever released: the log holds such for ever. */
    @ParameterizedTest
    @MethodSource("releasedEvents")
    void everyReleasedVersionCanBeReadBack(ReleasedEvent released) {
        String idField = released.event().getSchema().getFields().getFirst().name();
        PublishedLanguage<?, ?> language = requireNonNull(LANGUAGES.get(idField), idField);

        assertThat(again(language, released.event())).isEqualTo(released.event());
    }

    private static <E> SpecificRecord again(
            PublishedLanguage<?, E> language, SpecificRecord released) {
        E event = language.fromAvro(released, new Filed("departement:45", "p-loiret"));
        return language.toAvro(released.get(0).toString(), event);
    }

    @Test
    void everyPublishedTypeIsReadBackByOneLanguage() {
        assertThat(releasedEvents())
                .extracting(released -> released.event().getSchema().getFullName())
                .containsAll(
                        EventSchemas.contributions().stream()
                                .map(Schema::getFullName)
                                .filter(name -> !name.endsWith(".AuthorKeyErased"))
                                .toList());
        releasedEvents()
                .forEach(
                        released ->
                                assertThat(
                                                LANGUAGES.values().stream()
                                                        .filter(each -> reads(each, released)))
                                        .as(released.name())
                                        .hasSize(1));
    }

    private static boolean reads(PublishedLanguage<?, ?> language, ReleasedEvent released) {
        try {
            var _ = language.fromAvro(released.event(), new Filed("departement:45", null));
            return true;
        } catch (IllegalArgumentException stranger) {
            return false;
        }
    }

    private <S, E> void foldsTheSame(
            PublishedLanguage<S, E> language,
            AggregateType<S, ?, E, ?> type,
            String id,
            List<E> events) {
        foldsTheSame(language, type, id, events, events.stream().map(_ -> NOW).toList());
    }

    private <S, E> void foldsTheSame(
            PublishedLanguage<S, E> language,
            AggregateType<S, ?, E, ?> type,
            String id,
            List<E> events,
            List<Instant> times) {
        var records = new EventRecords<>(Topics.CONTRIBUTIONS, language, serializer);
        var fold = new AggregateFold<>(language, type, new EventDeserializer(registry));
        S live = null;
        KeptState<S> folded = null;
        Set<String> rows = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            live = type.apply(live, events.get(i), new Moment(i + 1L, times.get(i)));
            String row = i % 3 == 0 ? "row-" + i : null;
            if (row != null) {
                rows.add(row);
            }
            OutboxRecord record =
                    records.apply(change(id, i, events.get(i), live, times.get(i), row)).getFirst();
            folded =
                    fold.next(
                            folded, logged(record), requireNonNull(Envelope.of(record.headers())));
            assertThat(folded.state()).isEqualTo(live);
            assertThat(folded.lastEventAt()).isEqualTo(times.get(i));
            assertThat(folded.importedRows()).isEqualTo(rows);
        }
    }

    private static <S, E> Change<S, E> change(
            String id, long version, E event, S after, Instant at, @Nullable String row) {
        return new Change<>(
                id, version, List.of(event), after, SECRETARY, at, false, null, row, Set.of());
    }

    private static LoggedEvent logged(OutboxRecord record) {
        return new LoggedEvent(
                new RecordPosition(Instant.EPOCH, new LogPartition(record.topic(), 0), 0),
                record.key(),
                record.headers(),
                record.value());
    }
}
