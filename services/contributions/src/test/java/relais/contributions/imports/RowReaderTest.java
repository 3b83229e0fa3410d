package relais.contributions.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.partner.Actor;
import relais.contributions.imports.ImportRow.Meaning;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RowReaderTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** A call's body, with every type that there is. */
    record Body(
            @Nullable String title,
            @Nullable String subject,
            @Nullable List<String> objectives,
            @Nullable List<Part> parts,
            @Nullable Integer percent,
            @Nullable BigDecimal value) {}

    record Part(@Nullable String contribution) {}

    private record Called(String operation, ImportedOperation.Names names, Body body) {}

    private final List<Called> calls = new ArrayList<>();
    private final RowReader reader = new RowReader(List.of(this::operations), JSON);

    private List<ImportedOperation<?>> operations() {
        return List.of(
                ImportedOperation.creates(
                        "OPEN", "c-", nowhere(), Body.class, (n, b, _) -> called("OPEN", n, b)),
                ImportedOperation.changes(
                        "CHANGE",
                        "contribution",
                        nowhere(),
                        Body.class,
                        (n, b, _) -> called("CHANGE", n, b)),
                ImportedOperation.changes(
                                "PROPOSE",
                                "contribution",
                                nowhere(),
                                Body.class,
                                (n, b, _) -> called("PROPOSE", n, b))
                        .withPart("am-"),
                ImportedOperation.changes(
                                "ACCEPT",
                                "contribution",
                                nowhere(),
                                Body.class,
                                (n, b, _) -> called("ACCEPT", n, b))
                        .naming("amendment"),
                ImportedOperation.creates(
                                "SAY",
                                "msg-",
                                nowhere(),
                                Body.class,
                                (n, b, _) -> called("SAY", n, b))
                        .withoutTrace("title"));
    }

    @Test
    void aRowIsTheCallItStandsFor() {
        Called call =
                understood(
                        """
                        {"operation": "OPEN", "ref": "socle", "occurredAt": "2015-10-01T09:00:00Z",
                         "partner": "p-mene", "as": "committee", "mandate": "m-1", "title": "Socle",
                         "percent": 3, "value": 1.5}""");
        assertThat(call.names().id()).isEqualTo(ImportedIds.of("c-", "socle"));
        assertThat(call.body())
                .isEqualTo(new Body("Socle", null, null, null, 3, new BigDecimal("1.5")));
        ImportRow row =
                read(
                        """
                        {"operation": "OPEN", "ref": "socle", "occurredAt": "2015-10-01T09:00:00Z",
                         "partner": "p-mene", "as": "committee", "mandate": "m-1"}""");
        assertThat(row.said())
                .isEqualTo(
                        new ImportRow.Said(
                                "socle", "2015-10-01T09:00:00Z", "p-mene", "committee", "m-1"));
    }

    @Test
    void referencesBecomeIdsWhereverAnIdStands() {
        Called call =
                understood(
                        """
                        {"operation": "ACCEPT", "contribution": "ref:socle", "amendment": "ref:un",
                         "subject": "ref:ac:action-1", "objectives": ["ref:but", "o-2"],
                         "parts": [{"contribution": "ref:socle"}], "title": "ref:titre"}""");
        assertThat(call.names().id()).isEqualTo(ImportedIds.of("c-", "socle"));
        assertThat(call.names().get("amendment")).isEqualTo(ImportedIds.of("am-", "un"));
        assertThat(call.body())
                .isEqualTo(
                        new Body(
                                "ref:titre",
                                ImportedIds.of("ac-", "action-1"),
                                List.of(ImportedIds.of("o-", "but"), "o-2"),
                                List.of(new Part(ImportedIds.of("c-", "socle"))),
                                null,
                                null));
    }

    @Test
    void anIdMayBeGivenAsItIs() {
        assertThat(
                        understood("{\"operation\": \"CHANGE\", \"contribution\": \"c-3f9c2a\"}")
                                .names()
                                .id())
                .isEqualTo("c-3f9c2a");
    }

    @Test
    void aPartIsNamedOrFollowsFromTheRow() {
        String row = "{\"operation\": \"PROPOSE\", \"contribution\": \"ref:socle\"%s}";
        assertThat(understood(row.formatted(", \"ref\": \"un\"")).names().part())
                .isEqualTo(ImportedIds.of("am-", "un"));
        String unnamed = understood(row.formatted("")).names().part();
        assertThat(unnamed).startsWith("am-");
        assertThat(understood(row.formatted("")).names().part()).isEqualTo(unnamed);
        assertThat(understood(row.formatted(", \"title\": \"x\"")).names().part())
                .isNotEqualTo(unnamed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ref\": \"a\"} | operation:required",
                "{\"operation\": \"open\"} | operation:unknown-operation",
                "{\"operation\": 7} | operation:string;operation:required",
                "{\"operation\": \"OPEN\"} | ref:required",
                "{\"operation\": \"OPEN\", \"ref\": \"Été\"} | ref:ref-form",
                "{\"operation\": \"OPEN\", \"ref\": [\"a\"]} | ref:string;ref:required",
                "{\"operation\": \"CHANGE\"} | contribution:required",
                "{\"operation\": \"CHANGE\", \"contribution\": 3} | contribution:string",
                "{\"operation\": \"CHANGE\", \"contribution\": \"c-1\", \"ref\": \"a\"}"
                        + " | ref:ref-needless",
                "{\"operation\": \"ACCEPT\", \"contribution\": \"c-1\"} | amendment:required",
                "{\"operation\": \"CHANGE\", \"contribution\": \"ref:o:a\"}"
                        + " | contribution:reference",
                "{\"operation\": \"OPEN\", \"ref\": \"a\", \"subject\": \"ref:a\"}"
                        + " | subject:reference",
                "{\"operation\": \"OPEN\", \"ref\": \"a\", \"objectives\": [\"ref:É\"]}"
                        + " | objectives:reference",
                "{\"operation\": \"OPEN\", \"ref\": \"a\", \"titel\": \"x\"} | titel:unknown-field",
                "{\"operation\": \"OPEN\", \"ref\": \"a\", \"parts\": [{\"x\": 1}]}"
                        + " | parts[0].x:unknown-field",
                "{\"operation\": \"OPEN\", \"ref\": \"a\", \"objectives\": \"o-1\"}"
                        + " | objectives:array",
                "{\"operation\": \"OPEN\", \"ref\": \"a\", \"percent\": \"viel\"}"
                        + " | percent:integer",
                "{\"operation\": \"OPEN\", \"ref\": \"a\", \"value\": \"viel\"} | value:number",
                "{\"operation\": \"OPEN\", \"ref\": \"a\", \"title\": {}} | title:string",
                "{\"operation\": \"OPEN\", \"ref\": \"a\", \"parts\": [3]} | parts[0]:object",
                "{\"operation\": \"CHANGE\", \"title\": []} | contribution:required;title:string",
            })
    void whatIsWrongIsNamed(String row, String expected) {
        assertThat(refusals(row))
                .extracting(refusal -> refusal.field() + ":" + refusal.code())
                .containsExactly(expected.split(";"));
    }

    @Test
    void anUnknownOperationIsToldThoseThatThereAre() {
        assertThat(refusals("{\"operation\": \"open\"}").getFirst().args())
                .containsExactly("ACCEPT, CHANGE, OPEN, PROPOSE, SAY");
    }

    @Test
    void anUnclearRowStillTellsWhichThingItIsAbout() {
        assertThat(
                        read("{\"operation\": \"OPEN\", \"ref\": \"a\", \"x\": 1}")
                                .meaning()
                                .aggregate())
                .isEqualTo(ImportedIds.of("c-", "a"));
        assertThat(
                        read("{\"operation\": \"CHANGE\", \"contribution\": \"ref:a\", \"x\": 1}")
                                .meaning()
                                .aggregate())
                .isEqualTo(ImportedIds.of("c-", "a"));
    }

    @Test
    void theSameRowIsTheSameWhateverTheOrderOfItsFields() {
        String one = read("{\"operation\": \"OPEN\", \"ref\": \"a\", \"title\": \"x\"}").content();
        assertThat(read("{\"title\": \"x\", \"ref\": \"a\", \"operation\": \"OPEN\"}").content())
                .isEqualTo(one);
        assertThat(read("{\"title\": \"y\", \"ref\": \"a\", \"operation\": \"OPEN\"}").content())
                .isNotEqualTo(one);
    }

    @Test
    void aTextThatMustLeaveNoTraceIsNotPartOfIt() {
        ImportRow row = read("{\"operation\": \"SAY\", \"ref\": \"a\", \"title\": \"secret\"}");
        assertThat(row.content()).contains("SAY").doesNotContain("secret", "title");
        assertThat(row.toString()).doesNotContain("secret");
    }

    private Result<?> called(String operation, ImportedOperation.Names names, Body body) {
        calls.add(new Called(operation, names, body));
        return new Result.Missing<>(names.id());
    }

    private ImportRow read(String json) {
        return reader.read(1, (ObjectNode) JSON.readTree(json));
    }

    private List<Refusal> refusals(String json) {
        Meaning meaning = read(json).meaning();
        assertThat(meaning).isInstanceOf(Meaning.Unclear.class);
        return ((Meaning.Unclear) meaning).refusals();
    }

    private Called understood(String json) {
        Meaning meaning = read(json).meaning();
        assertThat(meaning).isInstanceOf(Meaning.Understood.class);
        ImportRow.Step step = ((Meaning.Understood) meaning).step();
        assertThat(step.isApplied("row")).isFalse();
        step.apply(
                Request.archived(
                        new Actor("m-1", null, Set.of()),
                        Instant.parse("2015-10-01T09:00:00Z"),
                        "row"));
        return calls.getLast();
    }

    private static ImportedOperation.Where nowhere() {
        return _ -> Optional.empty();
    }
}
