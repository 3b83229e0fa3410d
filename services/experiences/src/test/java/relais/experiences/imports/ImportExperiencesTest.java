package relais.experiences.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static relais.experiences.imports.ImportReport.Outcome.APPLIED;
import static relais.experiences.imports.ImportReport.Outcome.CREATED;
import static relais.experiences.imports.ImportReport.Outcome.REFUSED;
import static relais.experiences.imports.ImportReport.Outcome.UNCHANGED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import relais.aggregates.Axis;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerFact;
import relais.aggregates.partner.Role;
import relais.experiences.Bench;
import relais.experiences.experience.Content;
import relais.experiences.experience.Experience;
import relais.experiences.experience.ExperienceId;
import relais.experiences.experience.Level;
import relais.experiences.experience.Means;
import relais.experiences.experience.Scene;
import relais.experiences.experience.Status;

class ImportExperiencesTest {

    private static final Actor OPERATOR = new Actor("m-exploitation", null, Set.of(Role.OPERATOR));
    private static final Actor TOWN = Scene.actor(Scene.TOWN);

    private final Bench bench = new Bench();

    @Test
    void tellsWhatHappenedToEachRow() {
        ImportReport report =
                bench.imports.importRows(
                        List.of(
                                row(2, card("one")),
                                row(3, card("two"), "territory", "commune:25056"),
                                row(4, card("one"))),
                        TOWN);
        assertThat(report.rows())
                .extracting(ImportReport.Row::line, ImportReport.Row::outcome)
                .containsExactly(tuple(2L, CREATED), tuple(3L, REFUSED), tuple(4L, UNCHANGED));
        assertThat(report.rows().get(1).refusals().getFirst().field()).isEqualTo("territory");
        assertThat(report.rows().get(1).id()).isNull();
        assertThat(report.counts())
                .containsEntry(CREATED, 1L)
                .containsEntry(APPLIED, 0L)
                .containsEntry(UNCHANGED, 1L)
                .containsEntry(REFUSED, 1L);
    }

    @Test
    void aRehearsalSaysWhatTheImportWillAndLeavesNoTrace() {
        bench.imports.importRows(List.of(row(2, card("kept"))), TOWN);
        List<ImportRow> rows =
                List.of(
                        row(2, card("kept")),
                        row(3, card("kept"), "title", "Autre"),
                        row(4, card("new")),
                        row(5, card("new")),
                        row(6, card("new"), "title", "Autre"),
                        row(7, card("elsewhere"), "territory", "commune:25056"));

        ImportReport rehearsed = bench.rehearse.rehearse(rows, TOWN);

        assertThat(rehearsed.rows())
                .extracting(ImportReport.Row::outcome)
                .containsExactly(UNCHANGED, REFUSED, CREATED, UNCHANGED, REFUSED, REFUSED);
        assertThat(bench.experiences.withExternalId("new", 1)).isEmpty();
        assertThat(bench.rehearse.rehearse(rows, TOWN)).isEqualTo(rehearsed);
        assertThat(bench.imports.importRows(rows, TOWN)).isEqualTo(rehearsed);
    }

    @Test
    void aRehearsalFollowsAWholeLife() {
        List<ImportRow> life =
                List.of(
                        past(2, "2015-10-01", "SUBMIT", "p-town", Map.of()),
                        past(3, "2015-10-04", "PUBLISH", "p-mene", Map.of()),
                        past(4, "2015-10-05", "PUBLISH", "p-mene", Map.of()),
                        past(5, "2015-11-01", "CONFIRM", "p-town", Map.of()));

        assertThat(bench.rehearse.rehearse(life, OPERATOR).rows())
                .extracting(ImportReport.Row::outcome)
                .containsExactly(CREATED, APPLIED, REFUSED, APPLIED);
        assertThat(bench.experiences.withExternalId("one", 1)).isEmpty();
    }

    @Test
    void anArchiveTellsOfNoPartnerBeforeItsRegistrationAndSaysSoInTheRehearsal() {
        bench.partners.put(Scene.MINISTRY.id(), admitted(registered(Scene.MINISTRY, "2015-10-01")));
        bench.partners.put(Scene.TOWN.id(), registered(Scene.TOWN, "2002-09-02"));
        List<ImportRow> life =
                List.of(
                        past(2, "1999-10-01", "SUBMIT", "p-town", Map.of()),
                        past(3, "2003-10-01", "SUBMIT", "p-town", Map.of()),
                        past(4, "2004-10-04", "PUBLISH", "p-mene", Map.of()),
                        past(5, "2015-11-01", "PUBLISH", "p-mene", Map.of()),
                        past(6, "2016-01-01", "ADOPT", "p-neighbour", Map.of("date", "2016-01-02")),
                        past(7, "2016-01-01", "ADOPT", "p-epci", Map.of("date", "2001-01-01")));

        ImportReport rehearsed = bench.rehearse.rehearse(life, OPERATOR);

        assertThat(rehearsed.rows())
                .extracting(
                        ImportReport.Row::outcome,
                        row -> row.refusals().isEmpty() ? "" : row.refusals().getFirst().code())
                .containsExactly(
                        tuple(REFUSED, "before-the-partner"),
                        tuple(CREATED, ""),
                        tuple(REFUSED, "before-the-partner"),
                        tuple(APPLIED, ""),
                        tuple(APPLIED, ""),
                        tuple(REFUSED, "before-the-experience"));
        assertThat(bench.imports.importRows(life, OPERATOR)).isEqualTo(rehearsed);
    }

    @Test
    void anArchiveLetsNobodyReviewWhomTheCommitteeHasNotAdmitted() {
        bench.partners.put(Scene.MINISTRY.id(), registered(Scene.MINISTRY, "2015-10-01"));
        List<ImportRow> life =
                List.of(
                        past(2, "2015-10-02", "SUBMIT", "p-town", Map.of()),
                        past(3, "2015-10-04", "PUBLISH", "p-mene", Map.of()));

        assertThat(bench.imports.importRows(life, OPERATOR).rows())
                .extracting(
                        ImportReport.Row::outcome,
                        row -> row.refusals().isEmpty() ? "" : row.refusals().getFirst().code())
                .containsExactly(tuple(CREATED, ""), tuple(REFUSED, "reviews-its-territory"));
    }

    private static Partner registered(Partner partner, String day) {
        return Partner.apply(
                partner.id(),
                null,
                new PartnerFact.Registered(
                        partner.name(),
                        partner.kind(),
                        partner.territory(),
                        Instant.parse(day + "T08:00:00Z")));
    }

    private static Partner admitted(Partner partner) {
        return Partner.apply(partner.id(), partner, new PartnerFact.CommitteeJoined());
    }

    @Test
    void readsWhatAFrenchSpreadsheetWrites() {
        ImportReport report =
                bench.imports.importRows(
                        List.of(
                                row(2, card("fr"), "level", "École"),
                                row(3, card("axes"), "axes", "Nouveaux usages | accompagnement"),
                                row(4, card("début"), "startedOn", "01/09/2024"),
                                row(5, card("coût"), "means_euros", "12\u00a0500"),
                                row(6, card("centimes"), "means_euros", "12\u202f000,50"),
                                row(7, card("février"), "startedOn", "30/02/2024")),
                        TOWN);

        assertThat(report.rows())
                .extracting(ImportReport.Row::outcome)
                .containsExactly(CREATED, CREATED, CREATED, CREATED, CREATED, REFUSED);
        assertThat(experience(report, 0).content().level()).isEqualTo(Level.ECOLE);
        assertThat(experience(report, 1).content().axes())
                .containsExactlyInAnyOrder(Axis.USES, Axis.SUPPORT);
        assertThat(experience(report, 2).content().startedOn()).isEqualTo(LocalDate.of(2024, 9, 1));
        assertThat(requireNonNull(experience(report, 3).content().means()).euros())
                .isEqualByComparingTo("12500");
        assertThat(requireNonNull(experience(report, 4).content().means()).euros())
                .isEqualByComparingTo("12000.50");
        assertThat(report.rows().get(5).refusals().getFirst().code()).isEqualTo("not-a-date");
    }

    @Test
    void aFrenchInstantIsOneOfParis() {
        ImportReport report =
                bench.imports.importRows(
                        List.of(
                                past(2, "2015-10-01", "SUBMIT", "p-town", Map.of()),
                                past(
                                        3,
                                        "2015-10-04",
                                        "PUBLISH",
                                        "p-mene",
                                        Map.of("occurredAt", "04/10/2015 12:30"))),
                        OPERATOR);

        assertThat(report.rows())
                .extracting(ImportReport.Row::outcome)
                .containsExactly(CREATED, APPLIED);
        assertThat(stored(report, 0).lastEventAt()).isEqualTo("2015-10-04T10:30:00Z");
    }

    @Test
    void namesTheTitleOfEachRow() {
        ImportReport report =
                bench.imports.importRows(
                        List.of(
                                past(2, "2015-10-01", "SUBMIT", "p-town", Map.of()),
                                past(3, "2015-10-04", "PUBLISH", "p-mene", Map.of()),
                                row(4, card("bad"), "territory", "nowhere")),
                        OPERATOR);

        assertThat(report.rows())
                .extracting(ImportReport.Row::title)
                .doesNotContainNull()
                .hasSize(3);
    }

    @Test
    void twoPartnersMayUseTheSameName() {
        ImportReport mine = bench.imports.importRows(List.of(row(2, card("one"))), TOWN);
        ImportReport theirs =
                bench.imports.importRows(
                        List.of(row(2, card("one"), "territory", "commune:25056")),
                        Scene.actor(Scene.NEIGHBOUR));
        assertThat(theirs.rows().getFirst().outcome()).isEqualTo(CREATED);
        assertThat(theirs.rows().getFirst().id()).isNotEqualTo(mine.rows().getFirst().id());
    }

    @Test
    void doesNotChangeAnExperienceBySubmittingItOtherwise() {
        bench.imports.importRows(List.of(row(2, card("one"))), TOWN);
        ImportReport report =
                bench.imports.importRows(List.of(row(2, card("one"), "title", "Autre")), TOWN);
        assertThat(report.rows().getFirst().outcome()).isEqualTo(REFUSED);
        assertThat(report.rows().getFirst().refusals().getFirst().code())
                .isEqualTo("external-id-taken");
    }

    @Test
    void aPartnerOnlySubmitsForItselfAndNow() {
        ImportReport report =
                bench.imports.importRows(
                        List.of(
                                row(2, card("a"), "partner", "p-epci"),
                                row(3, card("b"), "occurredAt", "2015-10-01T10:00:00Z"),
                                row(4, card("c"), "operation", "PUBLISH"),
                                row(5, card("d"), "partner", "p-town")),
                        TOWN);
        assertThat(report.rows())
                .extracting(
                        ImportReport.Row::outcome,
                        row -> row.refusals().isEmpty() ? "" : row.refusals().getFirst().field())
                .containsExactly(
                        tuple(REFUSED, "partner"),
                        tuple(REFUSED, "occurredAt"),
                        tuple(REFUSED, "operation"),
                        tuple(CREATED, ""));
    }

    /** Every operation, as an archive tells it; a second time nothing changes. */
    @Test
    void tellsAWholeLifeTwiceTheSame() {
        List<ImportRow> life =
                List.of(
                        past(2, "2015-10-01", "SUBMIT", "p-town", Map.of()),
                        past(
                                3,
                                "2015-10-02",
                                "RETURN",
                                "p-academie",
                                Map.of("reason", "à préciser", "comments", "title=plus court")),
                        past(4, "2015-10-03", "RESUBMIT", "p-town", Map.of("title", "Court")),
                        past(5, "2015-10-04", "PUBLISH", "p-mene", Map.of("reason", "bravo")),
                        past(
                                6,
                                "2015-11-01",
                                "REVISE",
                                "p-town",
                                Map.of(
                                        "results_kind", "MEASURED",
                                        "results_text", "Mieux",
                                        "means_euros", "18 000,50",
                                        "reason", "résultats")),
                        past(7, "2016-01-01", "CONFIRM", "p-town", Map.of()),
                        past(8, "2016-02-01", "ENDORSE", "p-epci", Map.of("reason", "utile")),
                        past(9, "2016-03-01", "HIGHLIGHT", "p-mene", Map.of("reason", "À lire")),
                        past(10, "2016-04-01", "ADOPT", "p-neighbour", Map.of("reason", "plan")),
                        past(
                                11,
                                "2017-04-01",
                                "REPORT_ADOPTION",
                                "p-neighbour",
                                Map.of("results_kind", "MEASURED", "results_text", "Pareil")),
                        past(12, "2018-04-01", "END_ADOPTION", "p-neighbour", Map.of()),
                        past(13, "2019-01-01", "WITHDRAW", "p-town", Map.of("reason", "fini")));
        assertThat(outcomes(life)).startsWith(CREATED).hasSize(12);
        assertThat(outcomes(life)).containsOnly(UNCHANGED);
        Stored<Experience> stored = onlyOne();
        Experience experience = stored.state();
        assertThat(stored.version()).isEqualTo(12);
        assertThat(experience.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(experience.content().title()).isEqualTo("Court");
        assertThat(experience.content().preview()).isEqualTo("Un aperçu");
        assertThat(experience.content().means()).isNotNull();
        assertThat(experience.confirmedOn()).isEqualTo("2016-01-01");
        assertThat(experience.adoptions()).hasSize(1);
        assertThat(stored.lastEventAt()).isEqualTo(Instant.parse("2019-01-01T10:00:00Z"));
    }

    @Test
    void anEmptyCellKeepsWhatTheCardHas() {
        Map<String, String> more =
                Map.of(
                        "tags", "robots|tablettes",
                        "startedOn", "01/09/2014",
                        "means_euros", "18 000,5",
                        "means_fte", "0,25",
                        "results_kind", "MEASURED",
                        "results_text", "Mieux");
        assertThat(
                        outcomes(
                                List.of(
                                        past(2, "2015-10-01", "SUBMIT", "p-town", more),
                                        past(3, "2015-10-02", "PUBLISH", "p-mene", Map.of()))))
                .containsExactly(CREATED, APPLIED);
        Content before = onlyOne().state().content();

        outcomes(
                List.of(
                        past(
                                4,
                                "2015-10-03",
                                "REVISE",
                                "p-town",
                                Map.of("means_note", "Une fois", "licenceAccepted", "non"))));

        Content after = onlyOne().state().content();
        Means means = requireNonNull(before.means());
        assertThat(after.means()).isEqualTo(new Means(means.euros(), means.fte(), "Une fois"));
        assertThat(after).usingRecursiveComparison().ignoringFields("means").isEqualTo(before);
    }

    @Test
    void archiveTimesNeverGoBack() {
        assertThat(outcomes(List.of(past(2, "2015-10-01", "SUBMIT", "p-town", Map.of()))))
                .containsExactly(CREATED);
        ImportReport report =
                bench.imports.importRows(
                        List.of(
                                past(2, "2015-09-30", "PUBLISH", "p-mene", Map.of()),
                                past(3, "2099-09-30", "PUBLISH", "p-mene", Map.of())),
                        OPERATOR);
        assertThat(report.rows())
                .allSatisfy(
                        row -> {
                            assertThat(row.outcome()).isEqualTo(REFUSED);
                            assertThat(row.refusals().getFirst().field()).isEqualTo("occurredAt");
                        });
    }

    @Test
    void anOperatorsRowHasTheRightsOfItsPartnerAndNoMore() {
        outcomes(List.of(past(2, "2015-10-01", "SUBMIT", "p-town", Map.of())));
        ImportReport report =
                bench.imports.importRows(
                        List.of(
                                past(3, "2015-10-02", "PUBLISH", "p-epci", Map.of()),
                                past(4, "2015-10-02", "PUBLISH", "p-town", Map.of())),
                        OPERATOR);
        assertThat(report.rows())
                .allSatisfy(
                        row -> {
                            assertThat(row.outcome()).isEqualTo(REFUSED);
                            assertThat(row.refusals().getFirst().field()).isEqualTo("partner");
                        });
    }

    @Test
    void namesTheColumnAtFault() {
        ImportReport report =
                bench.imports.importRows(
                        List.of(
                                row(2, card("a"), "means_euros", "beaucoup"),
                                row(3, card("b"), "results_text", "sans nature"),
                                row(4, card("c"), "licenceAccepted", "non"),
                                row(5, card(""))),
                        TOWN);
        assertThat(report.rows())
                .extracting(row -> row.refusals().getFirst().field())
                .containsExactly("means_euros", "results_kind", "licenceAccepted", "externalId");
        ImportReport operations =
                bench.imports.importRows(
                        List.of(
                                past(2, "2015-10-01", "SUBMIT", "p-nobody", Map.of()),
                                past(3, "2015-10-01", "DANCE", "p-town", Map.of()),
                                past(4, "hier", "SUBMIT", "p-town", Map.of()),
                                past(4, "1789-07-14", "SUBMIT", "p-town", Map.of()),
                                past(4, "-999999999-01-01", "SUBMIT", "p-town", Map.of()),
                                past(5, "2015-10-01", "PUBLISH", "p-mene", Map.of())),
                        OPERATOR);
        assertThat(operations.rows())
                .extracting(row -> row.refusals().getFirst().field())
                .containsExactly(
                        "partner",
                        "operation",
                        "occurredAt",
                        "occurredAt",
                        "occurredAt",
                        "externalId");
    }

    private Experience experience(ImportReport report, int row) {
        return stored(report, row).state();
    }

    private Stored<Experience> stored(ImportReport report, int row) {
        String id = requireNonNull(report.rows().get(row).id());
        return bench.experiences.find(id).orElseThrow();
    }

    private Stored<Experience> onlyOne() {
        List<ExperienceId> ids = bench.experiences.withExternalId("one", 2);
        assertThat(ids).hasSize(1);
        return bench.experiences.find(ids.getFirst().value()).orElseThrow();
    }

    private List<ImportReport.Outcome> outcomes(List<ImportRow> rows) {
        return bench.imports.importRows(rows, OPERATOR).rows().stream()
                .map(
                        row -> {
                            assertThat(row.refusals()).as("line %s", row.line()).isEmpty();
                            return row.outcome();
                        })
                .toList();
    }

    private static ImportRow past(
            long line, String day, String operation, String partner, Map<String, String> more) {
        Map<ImportColumns, String> cells = new EnumMap<>(ImportColumns.class);
        if (operation.equals("SUBMIT")) {
            cells.putAll(card("one"));
        }
        cells.put(ImportColumns.EXTERNAL_ID, "one");
        cells.put(ImportColumns.OPERATION, operation);
        cells.put(ImportColumns.PARTNER, partner);
        cells.put(ImportColumns.OCCURRED_AT, day + "T10:00:00Z");
        more.forEach((name, text) -> cells.put(column(name), text));
        return new ImportRow(line, cells);
    }

    private static Map<ImportColumns, String> card(String externalId) {
        Map<ImportColumns, String> cells = new EnumMap<>(ImportColumns.class);
        cells.put(ImportColumns.EXTERNAL_ID, externalId);
        cells.put(ImportColumns.TITLE, "Un titre");
        cells.put(ImportColumns.PREVIEW, "Un aperçu");
        cells.put(ImportColumns.TERRITORY, "commune:45234");
        cells.put(ImportColumns.LEVEL, "ECOLE");
        cells.put(ImportColumns.AXES, "USES|SUPPORT");
        cells.put(ImportColumns.PROBLEM, "Un problème");
        cells.put(ImportColumns.ACTION, "Une action");
        cells.put(ImportColumns.LINKS, "Page=https://example.org/a?b=c|https://example.org");
        cells.put(ImportColumns.LICENCE_ACCEPTED, "oui");
        return cells;
    }

    private static ImportRow row(
            long line, Map<ImportColumns, String> card, String... namesAndTexts) {
        Map<ImportColumns, String> cells = new EnumMap<>(ImportColumns.class);
        cells.putAll(card);
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            cells.put(column(namesAndTexts[i]), namesAndTexts[i + 1]);
        }
        return new ImportRow(line, cells);
    }

    private static ImportColumns column(String name) {
        return ImportColumns.ofHeader(name).orElseThrow();
    }
}
