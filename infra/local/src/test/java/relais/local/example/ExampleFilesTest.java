package relais.local.example;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import relais.territories.Territories;
import relais.territories.TerritoryId;

class ExampleFilesTest {

    private static final Territories TERRITORIES = Territories.load();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<Map<String, String>> EXPERIENCES = ExampleFile.EXPERIENCES.rows();
    private static final Map<String, Map<String, String>> PARTNERS =
            ExampleFile.PARTNERS.rows().stream()
                    .collect(Collectors.toMap(row -> cell(row, "id"), row -> row));

    private static final Set<String> COMMITTEE_KINDS =
            Set.of("MINISTRY", "NATIONAL_ASSOCIATION", "PUBLIC_BANK");
    private static final Map<String, Set<String>> COMPETENT =
            Map.of(
                    "ECOLE", Set.of("COMMUNE", "EPCI", "ACADEMIE", "MINISTRY"),
                    "COLLEGE", Set.of("DEPARTEMENT", "ACADEMIE", "MINISTRY"),
                    "LYCEE", Set.of("REGION", "ACADEMIE", "MINISTRY"));
    private static final Set<String> AXES =
            Set.of("USES", "GOVERNANCE", "SUPPORT", "FRAMEWORKS", "INFRASTRUCTURE", "INDUSTRY");

    @Test
    void elevenSignatoriesSignOnTheFirstOfOctober2015() {
        assertThat(PARTNERS.values())
                .filteredOn(row -> row.containsKey("signedOn"))
                .hasSize(11)
                .allSatisfy(
                        row -> {
                            assertThat(row).containsEntry("signedOn", "2015-10-01");
                            assertThat(row).containsEntry("territory", "pays:FR");
                            assertThat(COMMITTEE_KINDS).contains(cell(row, "kind"));
                            assertThat(day(cell(row, "signedAt"))).isEqualTo("2015-10-01");
                        });
    }

    @Test
    void everyPartnerRegistersOnATerritoryOfThatDay() {
        assertThat(PARTNERS.values())
                .allSatisfy(
                        row ->
                                assertThat(
                                                TERRITORIES
                                                        .find(territory(row))
                                                        .orElseThrow()
                                                        .validOn(day(cell(row, "registeredAt"))))
                                        .isTrue());
    }

    @Test
    void aPartnersSirenIsThatOfItsTerritory() {
        assertThat(PARTNERS.values())
                .filteredOn(row -> row.containsKey("siren"))
                .hasSize(7)
                .allSatisfy(
                        row ->
                                assertThat(TERRITORIES.find(territory(row)).orElseThrow().siren())
                                        .isEqualTo(row.get("siren")));
    }

    @Test
    void mandatesAreGrantedBetweenRegistrationAndChangeOfName() {
        assertThat(ExampleFile.MANDATES.rows())
                .extracting(row -> cell(row, "id"))
                .contains("m-loiret", "m-besancon", "m-grand-est", "m-comite", "m-academie-18");
        assertThat(ExampleFile.MANDATES.rows())
                .allSatisfy(
                        row -> {
                            Map<String, String> partner = partner(row);
                            Instant granted = Instant.parse(cell(row, "grantedAt"));
                            assertThat(granted)
                                    .isAfter(Instant.parse(cell(partner, "registeredAt")));
                            String signed =
                                    partner.getOrDefault("signedAt", "1900-01-01T00:00:00Z");
                            assertThat(granted).isAfter(Instant.parse(signed));
                            String renamed =
                                    partner.getOrDefault("renamedAt", "2999-01-01T00:00:00Z");
                            assertThat(granted).isBefore(Instant.parse(renamed));
                        });
    }

    @Test
    void fifteenExperiencesAreSubmittedAndPublishedFrom2001On() {
        assertThat(ofOperation("SUBMIT")).hasSize(15);
        assertThat(ofOperation("PUBLISH")).hasSize(15);
        assertThat(ofOperation("WITHDRAW")).hasSize(1);
        for (String several :
                List.of("REVISE", "ENDORSE", "ADOPT", "REPORT_ADOPTION", "HIGHLIGHT")) {
            assertThat(ofOperation(several)).as(several).hasSizeGreaterThan(1);
        }
        assertThat(EXPERIENCES)
                .extracting(row -> cell(row, "occurredAt"))
                .satisfies(dates -> assertThat(dates.getFirst()).startsWith("2001"));
    }

    @Test
    void datesIncreaseWithinAnExperience() {
        Map<String, Instant> last = new HashMap<>();
        assertThat(EXPERIENCES)
                .allSatisfy(
                        row -> {
                            Instant at = Instant.parse(cell(row, "occurredAt"));
                            Instant before = last.put(cell(row, "externalId"), at);
                            assertThat(at).isAfter(before == null ? Instant.EPOCH : before);
                            assertThat(at).isBefore(Instant.parse("2026-01-01T00:00:00Z"));
                        });
    }

    @Test
    void everyExperienceBeginsWithItsSubmissionAndPublication() {
        Map<String, List<String>> operations =
                EXPERIENCES.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> cell(row, "externalId"),
                                        Collectors.mapping(
                                                row -> cell(row, "operation"),
                                                Collectors.toList())));

        assertThat(operations.values())
                .allSatisfy(some -> assertThat(some).startsWith("SUBMIT", "PUBLISH"));
    }

    @Test
    void everyPartnerIsRegisteredBeforeItActs() {
        assertThat(EXPERIENCES)
                .allSatisfy(
                        row ->
                                assertThat(Instant.parse(cell(partner(row), "registeredAt")))
                                        .isBefore(Instant.parse(cell(row, "occurredAt"))));
    }

    @Test
    void everyExperienceIsPostedByACompetentPartnerWithinItsTerritory() {
        assertThat(ofOperation("SUBMIT"))
                .allSatisfy(
                        row -> {
                            Map<String, String> partner = partner(row);
                            assertThat(COMPETENT.get(cell(row, "level")))
                                    .contains(cell(partner, "kind"));
                            LocalDate then = day(cell(row, "occurredAt"));
                            assertThat(TERRITORIES.find(territory(row)).orElseThrow().validOn(then))
                                    .isTrue();
                            assertThat(
                                            TERRITORIES.isWithin(
                                                    territory(row), territory(partner), then))
                                    .isTrue();
                        });
    }

    @Test
    void whoPublishesReviewsThere() {
        Map<String, TerritoryId> places = new HashMap<>();
        ofOperation("SUBMIT").forEach(row -> places.put(cell(row, "externalId"), territory(row)));

        assertThat(ofOperation("PUBLISH"))
                .allSatisfy(
                        row -> {
                            Map<String, String> reviewer = partner(row);
                            LocalDate then = day(cell(row, "occurredAt"));
                            TerritoryId place = requireNonNull(places.get(cell(row, "externalId")));
                            boolean academie =
                                    cell(reviewer, "kind").equals("ACADEMIE")
                                            && TERRITORIES.isWithin(
                                                    place, territory(reviewer), then);
                            assertThat(academie || COMMITTEE_KINDS.contains(cell(reviewer, "kind")))
                                    .isTrue();
                        });
    }

    @Test
    void ownersReviseAndWithdrawAndOthersEndorseAndAdopt() {
        Map<String, String> owners = new HashMap<>();
        ofOperation("SUBMIT")
                .forEach(row -> owners.put(cell(row, "externalId"), cell(row, "partner")));
        Set<String> byTheOwner = Set.of("SUBMIT", "REVISE", "WITHDRAW");

        assertThat(EXPERIENCES)
                .allSatisfy(
                        row ->
                                assertThat(
                                                cell(row, "partner")
                                                        .equals(
                                                                owners.get(
                                                                        cell(row, "externalId"))))
                                        .isEqualTo(byTheOwner.contains(cell(row, "operation"))));
        assertThat(ofOperation("HIGHLIGHT"))
                .allSatisfy(
                        row -> assertThat(COMMITTEE_KINDS).contains(cell(partner(row), "kind")));
    }

    @Test
    void whoReportsAnAdoptionHasAdopted() {
        Set<String> adopted = new HashSet<>();
        for (Map<String, String> row : EXPERIENCES) {
            String adoption = row.get("externalId") + " " + row.get("partner");
            if (cell(row, "operation").equals("ADOPT")) {
                assertThat(adopted.add(adoption)).isTrue();
            } else if (cell(row, "operation").equals("REPORT_ADOPTION")) {
                assertThat(adopted).contains(adoption);
                assertThat(row).containsKeys("results_kind", "results_text");
            }
        }
    }

    @Test
    void everyExperienceSaysThatItIsAnExampleAndNamesItsSource() {
        assertThat(ofOperation("SUBMIT"))
                .allSatisfy(
                        row -> {
                            assertThat(cell(row, "tags").split("\\|"))
                                    .contains("donnees-d-exemple");
                            assertThat(cell(row, "action"))
                                    .containsPattern(
                                            "Donnée d'exemple, rédigée à partir des faits donnés par « .+ »")
                                    .contains(
                                            "les dates de publication et les suites",
                                            "sont des exemples");
                            assertThat(row).containsEntry("licenceAccepted", "oui");
                        });
        assertThat(EXPERIENCES)
                .filteredOn(
                        row ->
                                !Set.of("SUBMIT", "PUBLISH", "REVISE")
                                        .contains(cell(row, "operation")))
                .allSatisfy(row -> assertThat(cell(row, "reason")).contains("pour l'exemple"));
    }

    @Test
    void cardsAreCompleteAndFitTheirLimits() {
        assertThat(ofOperation("SUBMIT"))
                .allSatisfy(
                        row -> {
                            assertThat(row)
                                    .containsKeys(
                                            "title",
                                            "preview",
                                            "territory",
                                            "level",
                                            "axes",
                                            "problem",
                                            "action");
                            assertThat(AXES)
                                    .containsAll(Arrays.asList(cell(row, "axes").split("\\|")));
                        });
        assertThat(EXPERIENCES)
                .allSatisfy(
                        row -> {
                            assertThat(row.getOrDefault("title", "")).hasSizeLessThanOrEqualTo(100);
                            assertThat(row.getOrDefault("preview", ""))
                                    .hasSizeLessThanOrEqualTo(200);
                            assertThat(row.getOrDefault("reason", ""))
                                    .hasSizeLessThanOrEqualTo(200);
                            assertThat(
                                            new BigDecimal(row.getOrDefault("means_euros", "0"))
                                                    .signum())
                                    .isNotNegative();
                            assertThat(row.containsKey("results_kind"))
                                    .isEqualTo(row.containsKey("results_text"));
                            String link = row.getOrDefault("links", "x=https://example.org");
                            assertThat(URI.create(link.substring(link.indexOf('=') + 1)).getHost())
                                    .isNotNull();
                        });
    }

    @Test
    void readsQuotedCells() {
        assertThat(ExampleFile.lines("a;\"b;c\";\"d\n\"\"e\"\"\"\n;;\n"))
                .containsExactly(List.of("a", "b;c", "d\n\"e\""), List.of("", "", ""));
    }

    private static List<Map<String, String>> ofOperation(String operation) {
        return EXPERIENCES.stream()
                .filter(row -> cell(row, "operation").equals(operation))
                .toList();
    }

    private static Map<String, String> partner(Map<String, String> row) {
        return requireNonNull(PARTNERS.get(cell(row, "partner")), "unknown partner in " + row);
    }

    private static TerritoryId territory(Map<String, String> row) {
        return TerritoryId.parse(cell(row, "territory"));
    }

    private static LocalDate day(String instant) {
        return Instant.parse(instant).atZone(PARIS).toLocalDate();
    }

    private static String cell(Map<String, String> row, String column) {
        return requireNonNull(row.get(column), column);
    }
}
