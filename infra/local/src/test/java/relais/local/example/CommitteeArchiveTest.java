package relais.local.example;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import relais.territories.Territories;
import relais.territories.TerritoryId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the committee of the example data worked on, held against the other example files. */
class CommitteeArchiveTest {

    private static final Pattern SAYS_THAT_IT_IS_AN_EXAMPLE =
            Pattern.compile("exemple|fictif|fictive", Pattern.CASE_INSENSITIVE);
    private static final Set<String> AXES =
            Set.of("USES", "GOVERNANCE", "SUPPORT", "FRAMEWORKS", "INFRASTRUCTURE", "INDUSTRY");

    private static final List<JsonNode> ROWS =
            JsonMapper.builder()
                    .build()
                    .readTree(ExampleFile.CONTRIBUTIONS.text())
                    .path("rows")
                    .valueStream()
                    .toList();
    private static final Map<String, Map<String, String>> PARTNERS =
            ExampleFile.PARTNERS.rows().stream()
                    .collect(Collectors.toMap(row -> requireNonNull(row.get("id")), row -> row));
    private static final Set<String> SIGNATORIES =
            PARTNERS.entrySet().stream()
                    .filter(partner -> partner.getValue().containsKey("signedOn"))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());

    @Test
    void tellsOfOneContributionOneObjectiveTwoActionsAndTwoWorkingDays() {
        Map<String, Long> counts =
                ROWS.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> text(row, "operation"), Collectors.counting()));

        assertThat(counts)
                .containsEntry("OPEN_CONTRIBUTION", 1L)
                .containsEntry("DRAFT", 2L)
                .containsEntry("CITE", 5L)
                .containsEntry("PROPOSE_AMENDMENT", 2L)
                .containsEntry("ACCEPT_AMENDMENT", 1L)
                .containsEntry("REJECT_AMENDMENT", 1L)
                .containsEntry("ADOPT", 1L)
                .containsEntry("SET_OBJECTIVE", 1L)
                .containsEntry("MEASURE_OBJECTIVE", 3L)
                .containsEntry("PLAN_ACTION", 2L)
                .containsEntry("COMPLETE_ACTION", 1L);
        assertThat(of("SCHEDULE_WORKING_DAY"))
                .extracting(row -> text(row, "date") + " " + text(row, "place"))
                .containsExactly("2013-12-05 Lyon", "2015-10-01 Paris");
    }

    @Test
    void everyWordThatThisFileAddsSaysThatItIsAnExample() {
        for (JsonNode row : ROWS) {
            String words = String.join(" ", words(row));
            boolean bare = Set.of("CITE", "DRAFT").contains(text(row, "operation"));
            if (!words.isEmpty() && !bare) {
                assertThat(words).as(row.toString()).containsPattern(SAYS_THAT_IT_IS_AN_EXAMPLE);
            }
        }
        assertThat(of("DRAFT"))
                .allSatisfy(
                        row -> {
                            assertThat(text(row, "title")).endsWith("(texte d'exemple)");
                            assertThat(text(row.path("sections").path(0), "body"))
                                    .startsWith("> **Texte d'exemple**, écrit pour montrer Relais.")
                                    .contains("n'engage aucun des partenaires");
                        });
    }

    @Test
    void everyReferenceIsToARowBeforeIt() {
        Set<String> created = new HashSet<>();
        for (JsonNode row : ROWS) {
            assertThat(created)
                    .as(row.toString())
                    .containsAll(
                            texts(row).stream()
                                    .filter(text -> text.startsWith("ref:"))
                                    .map(text -> text.substring(text.lastIndexOf(':') + 1))
                                    .toList());
            if (row.has("ref")) {
                assertThat(created.add(text(row, "ref"))).as("twice: " + row).isTrue();
            }
        }
        assertThat(created).allSatisfy(ref -> assertThat(ref).matches("exemple-[a-z0-9-]{1,52}"));
    }

    @Test
    void datesIncreaseWithinWhatARowIsAbout() {
        Map<String, Instant> last = new HashMap<>();
        for (JsonNode row : ROWS) {
            Instant at = at(row);
            Instant before = last.put(subject(row), at);
            assertThat(at).as(row.toString()).isAfter(before == null ? Instant.EPOCH : before);
            assertThat(at).isBefore(Instant.parse("2026-01-01T00:00:00Z"));
        }
    }

    @Test
    void everyPartnerIsThereBeforeItActsAndSpeaksInItsOwnQuality() {
        for (JsonNode row : ROWS) {
            Map<String, String> partner = requireNonNull(PARTNERS.get(text(row, "partner")));
            assertThat(SIGNATORIES).contains(text(row, "partner"));
            assertThat(Instant.parse(requireNonNull(partner.get("signedAt")))).isBefore(at(row));
            assertThat(text(row, "as"))
                    .isIn(
                            "partner",
                            text(row, "partner").equals("p-mene") ? "committee" : "partner");
        }
        assertThat(PARTNERS.keySet())
                .containsAll(
                        ROWS.stream()
                                .flatMap(row -> texts(row).stream())
                                .filter(text -> text.matches("p-[a-z0-9-]+"))
                                .toList());
    }

    @Test
    void messagesNameAMandateOfTheirPartner() {
        Map<String, String> partners =
                ExampleFile.MANDATES.rows().stream()
                        .collect(
                                Collectors.toMap(
                                        row -> requireNonNull(row.get("id")),
                                        row -> requireNonNull(row.get("partner"))));
        assertThat(of("POST_MESSAGE"))
                .isNotEmpty()
                .allSatisfy(
                        row ->
                                assertThat(partners)
                                        .containsEntry(text(row, "mandate"), text(row, "partner")));
    }

    @Test
    void experiencesAreNamedAtAVersionThatTheyHadThenAndThatIsStillGood() {
        List<JsonNode> named = new ArrayList<>(of("CITE"));
        of("ADD_AGENDA_ITEM").stream().filter(row -> row.has("card")).forEach(named::add);

        for (JsonNode row : named) {
            boolean cited = row.has("experience");
            List<Map<String, String>> life =
                    life(text(row, cited ? "experience" : "card").replace("experience:", ""));
            int version = row.path(cited ? "version" : "cardVersion").asInt();
            assertThat(version).as(row.toString()).isBetween(2, life.size());
            Instant day =
                    cited ? at(row) : Instant.parse(dayOf(text(row, "workingDay")) + "T22:00:00Z");
            assertThat(happened(life.get(version - 1))).as(row.toString()).isBefore(day);
            if (cited) {
                assertThat(life.subList(version, life.size()))
                        .as("nothing outdates " + row)
                        .extracting(event -> event.get("operation"))
                        .doesNotContain("REVISE", "WITHDRAW", "MODERATE");
            }
        }
        assertThat(of("CITE")).extracting(row -> text(row, "experience")).doesNotHaveDuplicates();
    }

    @Test
    void theTextIsAdoptedByTheRules() {
        JsonNode consultation = of("OPEN_CONSULTATION").getFirst();
        Instant deadline = Instant.parse(text(consultation, "deadline"));
        Map<String, String> positions = new HashMap<>();
        for (JsonNode row : of("TAKE_POSITION")) {
            positions.put(text(row, "partner"), text(row, "position"));
            assertThat(at(row)).isBetween(at(consultation), deadline);
            assertThat(row.has("reason")).isTrue();
        }

        assertThat(positions)
                .hasSizeGreaterThanOrEqualTo(8)
                .doesNotContainValue("OBJECTION")
                .containsEntry("p-amrf", "RESERVATION");
        assertThat(positions.values()).containsOnlyOnce("RESERVATION");
        assertThat(at(of("ADOPT").getFirst())).isAfter(deadline);
    }

    @Test
    void textsFitTheirLimits() {
        for (JsonNode row : ROWS) {
            assertThat(row.path("title").asString("x")).hasSizeBetween(1, 100);
            assertThat(row.path("summary").asString("x")).hasSizeBetween(1, 300);
            assertThat(row.path("reason").asString("x")).hasSizeBetween(1, 2_000);
            assertThat(row.path("percent").asInt(0)).isBetween(0, 100);
            for (JsonNode section : row.path("sections")) {
                assertThat(text(section, "heading")).hasSizeLessThanOrEqualTo(150);
                assertThat(text(section, "body")).hasSizeBetween(1, 20_000);
            }
            for (JsonNode axis : row.path("axes")) {
                assertThat(AXES).contains(axis.asString());
            }
            if (row.has("territory")) {
                assertThat(Territories.load().find(TerritoryId.parse(text(row, "territory"))))
                        .isPresent();
            }
        }
    }

    @Test
    void measuresRiseTowardsATargetThatIsStillAhead() {
        JsonNode objective = of("SET_OBJECTIVE").getFirst();
        BigDecimal value = new BigDecimal(text(objective, "baseline"));
        LocalDate on = LocalDate.parse(text(objective, "baselineOn"));
        for (JsonNode measure : of("MEASURE_OBJECTIVE")) {
            assertThat(new BigDecimal(text(measure, "value"))).isGreaterThan(value);
            assertThat(LocalDate.parse(text(measure, "measuredOn"))).isAfter(on);
            value = new BigDecimal(text(measure, "value"));
            on = LocalDate.parse(text(measure, "measuredOn"));
        }
        assertThat(value).isLessThan(new BigDecimal(text(objective, "target")));
    }

    /**
     * The signatories' events come in the order of their file. A row that only the last of them may
     * ask for holds the consultation back until all who are to be consulted are known.
     */
    @Test
    void theLastSignatoryActsBeforeTheConsultation() {
        String last =
                ExampleFile.PARTNERS.rows().stream()
                        .filter(row -> row.containsKey("signedOn"))
                        .map(row -> requireNonNull(row.get("id")))
                        .toList()
                        .getLast();
        List<JsonNode> before = ROWS.subList(0, ROWS.indexOf(of("OPEN_CONSULTATION").getFirst()));

        assertThat(before)
                .filteredOn(row -> text(row, "operation").equals("PROPOSE_AMENDMENT"))
                .extracting(row -> text(row, "partner"))
                .contains(last);
    }

    private static List<JsonNode> of(String operation) {
        return ROWS.stream().filter(row -> text(row, "operation").equals(operation)).toList();
    }

    private static List<Map<String, String>> life(String externalId) {
        return ExampleFile.EXPERIENCES.rows().stream()
                .filter(row -> externalId.equals(row.get("externalId")))
                .toList();
    }

    private static Instant happened(Map<String, String> row) {
        return Instant.parse(requireNonNull(row.get("occurredAt")));
    }

    private static String dayOf(String workingDay) {
        return of("SCHEDULE_WORKING_DAY").stream()
                .filter(row -> workingDay.equals("ref:" + text(row, "ref")))
                .map(row -> text(row, "date"))
                .findFirst()
                .orElseThrow();
    }

    /** The aggregate of a row, by the file's own name for it. */
    private static String subject(JsonNode row) {
        for (String field : List.of("workingDay", "objective", "action")) {
            if (row.has(field)) {
                return text(row, field);
            }
        }
        boolean creates = !text(row, "operation").equals("PROPOSE_AMENDMENT") && row.has("ref");
        return creates ? "ref:" + text(row, "ref") : text(row, "contribution");
    }

    /** What people read of a row. */
    private static List<String> words(JsonNode row) {
        return List.of(
                        "title",
                        "summary",
                        "text",
                        "note",
                        "reason",
                        "comment",
                        "report",
                        "label",
                        "description",
                        "source")
                .stream()
                .filter(row::has)
                .map(field -> text(row, field))
                .toList();
    }

    private static List<String> texts(JsonNode node) {
        if (node.isString()) {
            return List.of(node.asString());
        }
        return StreamSupport.stream(node.spliterator(), false)
                .flatMap(child -> texts(child).stream())
                .toList();
    }

    private static Instant at(JsonNode row) {
        return Instant.parse(text(row, "occurredAt"));
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asString("");
    }
}
