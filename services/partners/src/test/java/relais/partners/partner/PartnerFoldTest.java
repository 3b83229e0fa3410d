package relais.partners.partner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.Change;
import relais.aggregates.Decision;
import relais.aggregates.KeptState;
import relais.aggregates.log.AggregateFold;
import relais.aggregates.log.EventRecords;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.events.EventDeserializer;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.events.UndecodableEvent;
import relais.log.Envelope;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.RecordPosition;
import relais.outbox.OutboxRecord;
import relais.partners.partner.PartnerCommand.Registration;
import relais.partners.partner.PartnerEvent.Registered;
import relais.teststack.ReleasedEvent;

/** What the log says of a partner is all that the service knows of it. */
class PartnerFoldTest extends Scene {

    private static final List<MandateRole> ROLES = List.of(MandateRole.values());
    private static final int LIVES = 40;
    private static final int COMMANDS = 120;

    private final PublishedLanguage<Partner, PartnerEvent> language = PartnerAvro.language();
    private final SchemaRegistry registry = ReleasedEvent.known(EventSchemas.partners());
    private final AggregateFold<Partner, PartnerEvent> fold =
            new AggregateFold<>(language, new PartnerType(), new EventDeserializer(registry));
    private final EventRecords<Partner, PartnerEvent> records;

    PartnerFoldTest() {
        var serializer = new EventSerializer(registry, Topics.PARTNERS, EventSchemas.partners());
        serializer.resolve();
        records = new EventRecords<>(Topics.PARTNERS, language, serializer);
    }

    /** Whoever does whatever, whenever: the records alone lead to the same partner. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theRecordsAloneLeadToTheSamePartner(long seed) {
        Random random = new Random(seed);
        Set<Class<?>> told = new HashSet<>();
        for (int life = 0; life < LIVES; life++) {
            List<OutboxRecord> history = new ArrayList<>();
            Instant at = Instant.parse("2016-03-01T10:00:00.123Z");
            Partner live = null;
            for (int i = 0; i < COMMANDS; i++) {
                PartnerCommand command = live == null ? registration(random) : command(random);
                if (decide(live, command, at) instanceof Decision.Accepted<PartnerEvent> accepted) {
                    PartnerEvent event = accepted.events().getFirst();
                    live = apply(live, event, at);
                    history.add(record(live, event));
                    told.add(event.getClass());
                }
                at = at.plusMillis(random.nextInt(2_000));
            }

            assertThat(folded(history)).isEqualTo(live);
        }
        assertThat(told).containsExactlyInAnyOrder(PartnerEvent.class.getPermittedSubclasses());
    }

    @Test
    void nothingComesBeforeTheRegistration() {
        OutboxRecord second = record(loiret(), new PartnerEvent.Renamed("B", null));

        assertThatIllegalStateException().isThrownBy(() -> folded(List.of(second)));
    }

    @Test
    void noEventNamesTheOneBefore() {
        Partner renamed = after(loiret(), new PartnerEvent.Renamed("B", null));

        assertThat(record(renamed, new PartnerEvent.Renamed("B", null)).headers())
                .containsEntry("ce_sequence", "2")
                .containsEntry("ce_partner", "p-loiret")
                .containsEntry("ce_source", "/services/partners")
                .doesNotContainKey("ce_causationid");
    }

    @Test
    void bytesThatAreNoEventAreNotTakenForOne() {
        Partner partner = loiret();
        OutboxRecord good = record(partner, new Registered(partner.id(), partner.identity(), "r"));
        var bad =
                new OutboxRecord(
                        good.topic(), good.key(), new byte[] {0, 0, 0, 0, 1, 9}, good.headers());

        assertThatExceptionOfType(UndecodableEvent.class).isThrownBy(() -> folded(List.of(bad)));
    }

    static List<ReleasedEvent> releasedEvents() {
        return ReleasedEvent.of(Topics.PARTNERS);
    }

    /** Every version that was ever released: the log holds such for ever. */
    @ParameterizedTest
    @MethodSource("releasedEvents")
    void everyReleasedVersionCanBeReadBack(ReleasedEvent released) {
        PartnerEvent event = language.fromAvro(released.event(), new Filed("pays:FR", null));

        assertThat(language.toAvro(released.event().get(0).toString(), event))
                .isEqualTo(released.event());
    }

    @Test
    void everyPublishedTypeHasAReleasedVersion() {
        assertThat(releasedEvents())
                .extracting(released -> released.event().getSchema().getFullName())
                .containsAll(EventSchemas.partners().stream().map(Schema::getFullName).toList());
    }

    private Partner folded(List<OutboxRecord> history) {
        KeptState<Partner> state = null;
        long offset = 0;
        for (OutboxRecord record : history) {
            var place =
                    new RecordPosition(
                            Instant.EPOCH, new LogPartition(record.topic(), 0), offset++);
            var event = new LoggedEvent(place, record.key(), record.headers(), record.value());
            Envelope envelope = requireNonNull(Envelope.of(record.headers()));
            state = fold.next(state, event, envelope);
        }
        return requireNonNull(state).state();
    }

    private OutboxRecord record(Partner after, PartnerEvent event) {
        return records.apply(
                        new Change<>(
                                after.id().value(),
                                after.version() - 1,
                                List.of(event),
                                after,
                                COMMITTEE,
                                after.changedAt(),
                                false,
                                null,
                                null,
                                Set.of()))
                .getFirst();
    }

    /** Its key is not published: what comes back has none. */
    private static PartnerCommand registration(Random random) {
        return new PartnerCommand.Register(
                "p-loiret",
                Registered.FORGOTTEN_REQUEST,
                new Registration(
                        null,
                        "Loiret",
                        "DEPARTEMENT",
                        "departement:45",
                        null,
                        random.nextBoolean() ? "73282932000074" : null,
                        perhaps(random),
                        perhaps(random),
                        null));
    }

    private static PartnerCommand command(Random random) {
        String mandate = "m-" + random.nextInt(8);
        LocalDate day = LocalDate.of(2016, 3, 1).plusDays(random.nextInt(30));
        List<Supplier<PartnerCommand>> all =
                List.of(
                        () ->
                                new PartnerCommand.Rename(
                                        "Nom " + random.nextInt(5), perhaps(random), null),
                        () ->
                                new PartnerCommand.SignCharter(
                                        random.nextBoolean() ? null : CHARTER, null),
                        () -> new PartnerCommand.AdmitToCommittee(null),
                        () -> new PartnerCommand.LeaveCommittee(perhaps(random), null),
                        () -> new PartnerCommand.Suspend("Parce que", null),
                        () -> new PartnerCommand.Reinstate(perhaps(random), null),
                        () ->
                                new PartnerCommand.GrantMandate(
                                        mandate,
                                        ROLES.get(random.nextInt(ROLES.size())).name(),
                                        random.nextBoolean() ? null : day,
                                        random.nextBoolean() ? null : day.plusYears(1),
                                        null,
                                        null),
                        () ->
                                new PartnerCommand.EndMandate(
                                        new MandateId(mandate),
                                        random.nextBoolean() ? null : day,
                                        perhaps(random),
                                        null),
                        () -> new PartnerCommand.ErasePerson(new MandateId(mandate)));
        return all.get(random.nextInt(all.size())).get();
    }

    private static @Nullable String perhaps(Random random) {
        return random.nextBoolean() ? "Ainsi " + random.nextInt(9) : null;
    }
}
