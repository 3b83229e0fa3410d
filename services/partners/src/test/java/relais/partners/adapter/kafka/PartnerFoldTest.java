package relais.partners.adapter.kafka;

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
import relais.partners.application.Actor;
import relais.partners.application.Occasion;
import relais.partners.application.RecordedEvent;
import relais.partners.application.StoredPartner;
import relais.partners.domain.Decision;
import relais.partners.domain.HomeTerritory;
import relais.partners.domain.Identity;
import relais.partners.domain.MandateId;
import relais.partners.domain.MandateRole;
import relais.partners.domain.Moment;
import relais.partners.domain.Note;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerCommand;
import relais.partners.domain.PartnerEvent;
import relais.partners.domain.PartnerId;
import relais.partners.domain.PartnerKind;
import relais.partners.domain.PartnerName;
import relais.partners.domain.Siret;
import relais.teststack.ReleasedEvent;

/** What the log says of a partner is all that the service knows of it. */
class PartnerFoldTest {

    private static final int LIVES = 40;
    private static final int COMMANDS = 120;

    private final SchemaRegistry registry = ReleasedEvent.known(EventSchemas.partners());
    private final PartnerFold fold = new PartnerFold(new EventDeserializer(registry));
    private final PartnerEventRecords records;

    PartnerFoldTest() {
        var serializer = new EventSerializer(registry, Topics.PARTNERS, EventSchemas.partners());
        serializer.resolve();
        records = new PartnerEventRecords(serializer);
    }

    /** Whoever does whatever, whenever: the records alone lead to the same partner. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theRecordsAloneLeadToTheSamePartner(long seed) {
        Random random = new Random(seed);
        Set<Class<?>> told = new HashSet<>();
        for (int life = 0; life < LIVES; life++) {
            List<OutboxRecord> history = new ArrayList<>();
            Instant at = Instant.parse("2016-03-01T10:00:00.123456Z");
            Partner live = null;
            for (int i = 0; i < COMMANDS; i++) {
                Moment moment = Moment.live(at);
                Decision decision =
                        live == null
                                ? Partner.decide(register(random), moment)
                                : live.decide(change(random), moment);
                at = at.plusNanos(random.nextInt(2_000_000_000));
                if (decision instanceof Decision.Accepted accepted) {
                    live =
                            live == null
                                    ? Partner.begin(
                                            (PartnerEvent.Registered) accepted.event(),
                                            accepted.moment().at())
                                    : live.apply(accepted.event(), accepted.moment().at());
                    history.add(record(live, accepted));
                    told.add(accepted.event().getClass());
                }
            }

            StoredPartner folded = folded(history);

            assertThat(folded.partner()).isEqualTo(live);
            assertThat(folded.request()).isEqualTo(StoredPartner.FORGOTTEN_REQUEST);
        }
        assertThat(told).containsExactlyInAnyOrder(PartnerEvent.class.getPermittedSubclasses());
    }

    @Test
    void nothingComesBeforeTheRegistration() {
        OutboxRecord second =
                record(registered(), new PartnerEvent.Renamed(new PartnerName("B"), null));

        assertThatIllegalStateException().isThrownBy(() -> folded(List.of(second)));
    }

    @Test
    void bytesThatAreNoEventAreNotTakenForOne() {
        Partner partner = registered();
        OutboxRecord good =
                record(partner, new PartnerEvent.Registered(partner.id(), partner.identity()));
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
        PartnerEvent event = PartnerEventReader.fromAvro(released.event());

        var id = new PartnerId(released.event().get(0).toString());
        assertThat(PartnerEventAvroMapper.toAvro(id, event)).isEqualTo(released.event());
    }

    @Test
    void everyPublishedTypeHasAReleasedVersion() {
        assertThat(releasedEvents())
                .extracting(released -> released.event().getSchema().getFullName())
                .containsAll(EventSchemas.partners().stream().map(Schema::getFullName).toList());
    }

    private StoredPartner folded(List<OutboxRecord> history) {
        StoredPartner state = null;
        long offset = 0;
        for (OutboxRecord record : history) {
            var place =
                    new RecordPosition(
                            Instant.EPOCH, new LogPartition(record.topic(), 0), offset++);
            var event = new LoggedEvent(place, record.key(), record.headers(), record.value());
            Envelope envelope = requireNonNull(Envelope.of(record.headers()));
            state = fold.next(state, event, envelope);
        }
        if (state == null) {
            throw new AssertionError("nothing happened");
        }
        return state;
    }

    private OutboxRecord record(Partner after, Decision.Accepted accepted) {
        return records.apply(
                new RecordedEvent(after, accepted.event(), accepted.moment(), occasion()));
    }

    private OutboxRecord record(Partner after, PartnerEvent event) {
        return records.apply(
                new RecordedEvent(after, event, Moment.live(after.changedAt()), occasion()));
    }

    private static Occasion occasion() {
        return new Occasion(new Actor("m-comite", null, true, false), null, "correlation");
    }

    private static Partner registered() {
        PartnerCommand.Register register = register(new Random(1));
        return Partner.begin(
                new PartnerEvent.Registered(register.id(), register.identity()), Instant.EPOCH);
    }

    private static PartnerCommand.Register register(Random random) {
        return new PartnerCommand.Register(
                new PartnerId("p-loiret"),
                new Identity(
                        new PartnerName("Loiret"),
                        PartnerKind.DEPARTEMENT,
                        "departement:45",
                        null,
                        random.nextBoolean() ? new Siret("73282932000074") : null,
                        perhaps(random),
                        perhaps(random)),
                new HomeTerritory("departement:45", null, null));
    }

    private static PartnerCommand.Change change(Random random) {
        MandateId mandate = new MandateId("m-" + random.nextInt(8));
        LocalDate day = LocalDate.of(2016, 3, 1).plusDays(random.nextInt(30));
        List<Supplier<PartnerCommand.Change>> all =
                List.of(
                        () ->
                                new PartnerCommand.Rename(
                                        new PartnerName("Nom " + random.nextInt(5)),
                                        perhaps(random)),
                        () ->
                                new PartnerCommand.SignCharter(
                                        random.nextBoolean() ? null : LocalDate.of(2015, 10, 1)),
                        PartnerCommand.AdmitToCommittee::new,
                        () -> new PartnerCommand.LeaveCommittee(perhaps(random)),
                        () -> new PartnerCommand.Suspend(new Note("Parce que")),
                        () -> new PartnerCommand.Reinstate(perhaps(random)),
                        () ->
                                new PartnerCommand.GrantMandate(
                                        mandate,
                                        List.of(MandateRole.values()).get(random.nextInt(3)),
                                        random.nextBoolean() ? null : day,
                                        random.nextBoolean() ? null : day.plusYears(1)),
                        () ->
                                new PartnerCommand.EndMandate(
                                        mandate,
                                        random.nextBoolean() ? null : day,
                                        perhaps(random)));
        return all.get(random.nextInt(all.size())).get();
    }

    private static @Nullable Note perhaps(Random random) {
        return random.nextBoolean() ? new Note("Ainsi " + random.nextInt(9)) : null;
    }
}
