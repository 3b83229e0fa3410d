package relais.aggregates.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.Axis;
import relais.aggregates.log.Filed;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.events.contributions.ActionAbandoned;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.AmendmentAccepted;
import relais.events.contributions.EvidenceChange;
import relais.events.contributions.EvidenceOutdated;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.ObjectiveSet;

/** The shapes in which a schema differs from a record, on schemas of the contributions. */
class AvroMappingTest {

    private static final Filed FILED = new Filed("commune:25056", "p-committee");

    private record Id(String value) {}

    private sealed interface Event {}

    private record Set(Id id, @Nullable PartnerId by, Aim aim, @Nullable String note)
            implements Event {}

    private record Aim(
            Axis axis,
            String title,
            String indicator,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable LocalDate baselineOn,
            BigDecimal target,
            LocalDate dueOn,
            @Nullable PartnerId steward) {}

    private static final AvroMapping<Event> OBJECTIVES =
            AvroMapping.of(Event.class, "objectiveId")
                    .event(Set.class, ObjectiveSet.class)
                    .fromPartner(Set.class, "by")
                    .plainDecimals()
                    .build();

    private sealed interface Text {}

    private record Accepted(Id amendment, Id section, Wording wording, @Nullable String comment)
            implements Text {}

    private record Wording(String heading, String body) {}

    private record Outdated(Id experience, long citedVersion, Change change) implements Text {}

    private record Change(long version, Kind change, Instant at, @Nullable String reason) {}

    private enum Kind {
        REVISED,
        WITHDRAWN,
        MODERATED
    }

    private static final AvroMapping<Text> TEXTS =
            AvroMapping.of(Text.class, "contributionId")
                    .event(Accepted.class, AmendmentAccepted.class)
                    .event(Outdated.class, EvidenceOutdated.class)
                    .field(Outdated.class, "change.version", "changedInVersion")
                    .field(Outdated.class, "change.at", "changedAt")
                    .build();

    private sealed interface ActionEvent {}

    private record Planned(Id id, TerritoryCode home, Plan plan, @Nullable Origin origin)
            implements ActionEvent {}

    private record Plan(
            String title,
            @Nullable String description,
            PartnerId lead,
            List<PartnerId> partnersInvolved,
            TerritoryCode territory,
            List<Axis> axes,
            LocalDate dueOn,
            List<Id> objectives,
            @Nullable Id contribution,
            List<Id> experiences) {}

    private record Origin(Id workingDay, Id decision) {}

    private static final AvroMapping<ActionEvent> ACTIONS =
            AvroMapping.of(ActionEvent.class, "actionId")
                    .event(Planned.class, ActionPlanned.class)
                    .fromKey(Planned.class, "home")
                    .field(Planned.class, "plan", "content")
                    .field(Plan.class, "lead", "leadPartnerId")
                    .build();

    private sealed interface Letter {}

    private record Posted(
            Id id,
            String subject,
            Author author,
            Key key,
            Sealed text,
            int length,
            @Nullable Id inReplyTo)
            implements Letter {}

    private record Author(String mandate, PartnerId partner, TerritoryCode home) {}

    private record Key(String mandate, int number) {
        @Override
        public String toString() {
            return mandate + "#" + number;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
    private record Sealed(byte[] nonce, byte[] ciphertext) {}

    private static AvroMapping.Declaration<Letter> letters() {
        return AvroMapping.of(Letter.class, "messageId")
                .event(Posted.class, MessagePosted.class)
                .text(Key.class, text -> new Key(text.substring(0, 1), 2))
                .field(Posted.class, "subject", "subjectId")
                .field(Posted.class, "author.mandate", "mandateId");
    }

    private static Aim aim(BigDecimal target) {
        return new Aim(
                Axis.USES,
                "t",
                "i",
                "u",
                null,
                null,
                target,
                LocalDate.parse("2027-01-01"),
                new PartnerId("p-a"));
    }

    private static ObjectiveSet.Builder set(String target) {
        return ObjectiveSet.newBuilder()
                .setObjectiveId("o-1")
                .setAxis(relais.events.contributions.Axis.USES)
                .setTitle("t")
                .setIndicator("i")
                .setUnit("u")
                .setTarget(new BigDecimal(target))
                .setDueOn(LocalDate.parse("2027-01-01"))
                .setStewardId("p-a")
                .setNote("n");
    }

    private static Plan plan() {
        return new Plan(
                "t",
                null,
                new PartnerId("p-a"),
                List.of(new PartnerId("p-b")),
                new TerritoryCode("region:53"),
                List.of(Axis.USES, Axis.INDUSTRY),
                LocalDate.parse("2027-01-01"),
                List.of(new Id("o-1")),
                new Id("c-1"),
                List.of());
    }

    private static ActionContent content() {
        return ActionContent.newBuilder()
                .setTitle("t")
                .setLeadPartnerId("p-a")
                .setPartnersInvolved(List.of("p-b"))
                .setTerritory("region:53")
                .setAxes(
                        List.of(
                                relais.events.contributions.Axis.USES,
                                relais.events.contributions.Axis.INDUSTRY))
                .setDueOn(LocalDate.parse("2027-01-01"))
                .setObjectives(List.of("o-1"))
                .setContributionId("c-1")
                .setExperiences(List.of())
                .build();
    }

    static Stream<Arguments> events() {
        Instant at = Instant.parse("2026-01-02T03:04:05.006Z");
        var home = new TerritoryCode("commune:25056");
        return Stream.of(
                Arguments.of(
                        OBJECTIVES,
                        "o-1",
                        new Set(
                                new Id("o-1"),
                                new PartnerId("p-committee"),
                                aim(new BigDecimal("1500")),
                                "n"),
                        set("1500.0000").build()),
                Arguments.of(
                        TEXTS,
                        "c-1",
                        new Accepted(new Id("a"), new Id("s"), new Wording("h", "b"), null),
                        AmendmentAccepted.newBuilder()
                                .setContributionId("c-1")
                                .setAmendmentId("a")
                                .setSectionId("s")
                                .setHeading("h")
                                .setBody("b")
                                .build()),
                Arguments.of(
                        TEXTS,
                        "c-1",
                        new Outdated(new Id("x"), 3, new Change(4, Kind.WITHDRAWN, at, "r")),
                        EvidenceOutdated.newBuilder()
                                .setContributionId("c-1")
                                .setExperienceId("x")
                                .setCitedVersion(3)
                                .setChange(EvidenceChange.WITHDRAWN)
                                .setChangedInVersion(4)
                                .setChangedAt(at)
                                .setReason("r")
                                .build()),
                Arguments.of(
                        ACTIONS,
                        "a-1",
                        new Planned(new Id("a-1"), home, plan(), null),
                        ActionPlanned.newBuilder()
                                .setActionId("a-1")
                                .setContent(content())
                                .build()),
                Arguments.of(
                        ACTIONS,
                        "a-1",
                        new Planned(
                                new Id("a-1"), home, plan(), new Origin(new Id("d"), new Id("e"))),
                        ActionPlanned.newBuilder()
                                .setActionId("a-1")
                                .setContent(content())
                                .setWorkingDayId("d")
                                .setDecisionId("e")
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsItsAvroRecordAndBack(
            AvroMapping<Object> mapping, String id, Object event, SpecificRecord avro) {
        assertThat(mapping.toAvro(id, event)).isEqualTo(avro);
        assertThat(mapping.fromAvro(avro, FILED)).isEqualTo(event);
    }

    @Test
    void bytesAndTextsOfARecordAndAHomeWithinANestedOne() {
        AvroMapping<Letter> letters = letters().fromKey(Posted.class, "author.home").build();
        MessagePosted avro =
                MessagePosted.newBuilder()
                        .setMessageId("m-1")
                        .setSubjectId("x-1")
                        .setPartnerId("p-a")
                        .setMandateId("d")
                        .setKeyId("d#2")
                        .setNonce(ByteBuffer.wrap(new byte[] {1}))
                        .setCiphertext(ByteBuffer.wrap(new byte[] {2, 3}))
                        .setLength(4)
                        .build();

        Posted read = (Posted) letters.fromAvro(avro, FILED);

        assertThat(read.author())
                .isEqualTo(
                        new Author("d", new PartnerId("p-a"), new TerritoryCode("commune:25056")));
        assertThat(read.key()).isEqualTo(new Key("d", 2));
        assertThat(read.text().ciphertext()).containsExactly(2, 3);
        assertThat(letters.toAvro("m-1", read)).isEqualTo(avro);
    }

    @Test
    void aConstantOfALaterReleaseIsRefused() {
        ObjectiveSet later =
                set("1.0000").setAxis(relais.events.contributions.Axis.UNKNOWN).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OBJECTIVES.fromAvro(later, FILED))
                .withMessage("A Axis of a later release");
    }

    @Test
    void aDecimalThatTheSchemaCannotHoldIsNotRounded() {
        var precise = new Set(new Id("o-1"), null, aim(new BigDecimal("1.00001")), null);

        assertThatThrownBy(() -> OBJECTIVES.toAvro("o-1", precise))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void anEventOfAnotherAggregateIsRefused() {
        ActionAbandoned other =
                ActionAbandoned.newBuilder().setActionId("a-1").setReason("r").build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OBJECTIVES.fromAvro(other, FILED))
                .withMessage(
                        "Not an event of this aggregate:"
                                + " relais.events.contributions.ActionAbandoned");
    }

    @Test
    void aMappingThatForgetsSomethingIsNotMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> letters().build())
                .withMessageContaining("Posted.author.home is no field");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AvroMapping.of(Event.class, "objectiveId").build())
                .withMessageContaining("Events without a schema");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                AvroMapping.of(Abandoning.class, "actionId")
                                        .event(Abandoned.class, ActionAbandoned.class)
                                        .build())
                .withMessageContaining("[reason]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                letters()
                                        .fromKey(Posted.class, "author.home")
                                        .field(Posted.class, "autor", "x")
                                        .build())
                .withMessageContaining("No such component");
    }

    private sealed interface Abandoning {}

    private record Abandoned(Id id) implements Abandoning {}
}
