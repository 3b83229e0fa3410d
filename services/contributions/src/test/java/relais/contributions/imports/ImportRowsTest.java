package relais.contributions.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.partner.Partners;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.imports.ImportReport.Outcome;
import relais.contributions.imports.ImportRow.Meaning;
import relais.contributions.imports.ImportRow.Said;

class ImportRowsTest {

    private static final Actor OPERATOR = new Actor("m-exploitation", null, Set.of(Role.OPERATOR));
    private static final Instant THEN = Instant.parse("2015-10-01T09:00:00Z");

    private final ImportRows importRows = new ImportRows(new KnownPartners());
    private final List<Request> requests = new ArrayList<>();
    private final Set<String> applied = new HashSet<>();

    @Test
    void eachRowIsToldWhatBecameOfIt() {
        ImportReport report =
                importRows(
                        row(1, "c-1", "one", true, false),
                        row(2, "c-1", "two", false, false),
                        row(3, "c-2", "three", true, true));
        assertThat(report.rows())
                .extracting(ImportReport.Row::outcome)
                .containsExactly(Outcome.CREATED, Outcome.APPLIED, Outcome.REFUSED);
        assertThat(report.counts())
                .isEqualTo(
                        Map.of(
                                Outcome.CREATED, 1L,
                                Outcome.APPLIED, 1L,
                                Outcome.UNCHANGED, 0L,
                                Outcome.REFUSED, 1L));
        assertThat(report.rows().getFirst().id()).isEqualTo("c-1");
        assertThat(report.rows().getFirst().version()).isEqualTo(1);
        assertThat(report.rows().getLast().refusals())
                .extracting(Refusal::code)
                .containsExactly("a-rule");
    }

    @Test
    void theSameRowsAgainChangeNothing() {
        ImportRow first = row(1, "c-1", "one", true, false);
        ImportRow second = row(2, "c-1", "two", false, false);
        importRows(first, second);
        assertThat(importRows(first, second).rows())
                .extracting(ImportReport.Row::outcome)
                .containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void aRefusedRowHoldsBackTheLaterOnesOfTheSameThingAndNoOthers() {
        ImportReport report =
                importRows(
                        row(1, "c-1", "one", false, true),
                        row(2, "c-2", "two", false, false),
                        row(3, "c-1", "three", false, false),
                        row(4, "c-1", "four", false, false));
        assertThat(report.rows())
                .extracting(ImportReport.Row::outcome)
                .containsExactly(
                        Outcome.REFUSED, Outcome.APPLIED, Outcome.REFUSED, Outcome.REFUSED);
        assertThat(report.rows().getLast().refusals())
                .containsExactly(Refusal.conflict("row", "earlier-row-refused", 1));
        assertThat(requests).hasSize(2);
    }

    @Test
    void whatWasAppliedBeforeIsNotHeldBack() {
        importRows(row(2, "c-1", "two", false, false));
        ImportReport report =
                importRows(row(1, "c-1", "one", false, true), row(2, "c-1", "two", false, false));
        assertThat(report.rows())
                .extracting(ImportReport.Row::outcome)
                .containsExactly(Outcome.REFUSED, Outcome.UNCHANGED);
    }

    @Test
    void aRowThatIsUnclearHoldsBackToo() {
        ImportReport report =
                importRows(
                        new ImportRow(
                                1,
                                said("p-loiret", null, null),
                                "one",
                                new Meaning.Unclear(
                                        "c-1", List.of(Refusal.invalid("titel", "unknown-field")))),
                        row(2, "c-1", "two", false, false));
        assertThat(report.rows())
                .extracting(ImportReport.Row::outcome)
                .containsOnly(Outcome.REFUSED);
        assertThat(requests).isEmpty();
    }

    @Test
    void whatIsThereUnderTheNameAlreadyMayGoOn() {
        ImportRow taken =
                new ImportRow(
                        1,
                        said("p-loiret", null, null),
                        "other",
                        new Meaning.Understood(
                                "c-1", "ref", true, step("c-1", new Result.Missing<>("c-1"))));
        ImportReport report = importRows(taken, row(2, "c-1", "two", false, false));
        assertThat(report.rows())
                .extracting(ImportReport.Row::outcome)
                .containsExactly(Outcome.REFUSED, Outcome.APPLIED);
        assertThat(report.rows().getFirst().refusals())
                .containsExactly(Refusal.conflict("ref", "ref-taken"));
    }

    @Test
    void whatIsNotThereIsNamedByItsField() {
        ImportRow missing =
                new ImportRow(
                        1,
                        said("p-loiret", null, null),
                        "one",
                        new Meaning.Understood(
                                "c-1",
                                "contribution",
                                false,
                                step("c-1", new Result.Missing<>("c-1"))));
        assertThat(importRows(missing).rows().getFirst().refusals())
                .containsExactly(Refusal.notFound("contribution", "ref-unknown"));
        ImportRow busy =
                new ImportRow(
                        1,
                        said("p-loiret", null, null),
                        "one",
                        new Meaning.Understood(
                                "c-1",
                                "contribution",
                                false,
                                step("c-1", new Result.Stale<>(1, 2))));
        assertThat(importRows(busy).rows().getFirst().refusals())
                .containsExactly(Refusal.conflict("contribution", "too-busy"));
    }

    @Test
    void aPartnerActsInTheQualityItHas() {
        assertThat(roles("p-loiret", null)).containsExactly(Role.PARTNER);
        assertThat(roles("p-mene", null)).containsExactlyInAnyOrder(Role.PARTNER, Role.COMMITTEE);
        assertThat(roles("p-mene", "committee")).containsExactly(Role.COMMITTEE);
        assertThat(roles("p-mene", "partner")).containsExactly(Role.PARTNER);
        assertThat(refusals(said("p-loiret", "committee", null)))
                .containsExactly(Refusal.forbidden("as", "not-on-the-committee"));
        assertThat(refusals(said("p-loiret", "operator", null)))
                .containsExactly(Refusal.invalid("as", "one-of", "partner, committee"));
    }

    @Test
    void aMandateMayBeNamed() {
        importRows(row(1, said("p-loiret", null, "m-ada"), "c-1", "one", false, false));
        importRows(row(1, said("p-loiret", null, null), "c-1", "two", false, false));
        assertThat(requests)
                .extracting(request -> request.actor().mandate())
                .containsExactly("m-ada", "m-exploitation");
        assertThat(refusals(said("p-loiret", null, "Ada")))
                .containsExactly(Refusal.invalid("mandate", "mandate-form"));
    }

    @Test
    void everyRowSaysWhoAndWhen() {
        assertThat(refusals(new Said(null, null, null, null, null)))
                .containsExactly(
                        Refusal.invalid("occurredAt", "required"),
                        Refusal.invalid("partner", "required"));
        assertThat(refusals(new Said(null, "hier", "Loiret", null, null)))
                .containsExactly(
                        Refusal.invalid("occurredAt", "instant"),
                        Refusal.invalid("partner", "partner-unknown", "Loiret"));
        importRows(row(1, "c-1", "one", false, false));
        assertThat(requests.getFirst().occurredAt()).isEqualTo(THEN);
    }

    @Test
    void idsFollowFromNames() {
        assertThat(ImportedIds.of("c-", "socle"))
                .isEqualTo(ImportedIds.of("c-", "socle"))
                .matches("c-[0-9a-f]{24}")
                .isNotEqualTo(ImportedIds.of("c-", "autre"));
        assertThat(ImportedIds.isName("journee-2015")).isTrue();
        assertThat(ImportedIds.isName("Journée")).isFalse();
        assertThat(ImportedIds.isName("")).isFalse();
    }

    private ImportReport importRows(ImportRow... rows) {
        return importRows.importRows(List.of(rows), OPERATOR);
    }

    private List<Refusal> refusals(Said said) {
        ImportReport.Row row =
                importRows(row(1, said, "c-1", "one", false, false)).rows().getFirst();
        assertThat(row.outcome()).isEqualTo(Outcome.REFUSED);
        return row.refusals();
    }

    private Set<Role> roles(String partner, @Nullable String as) {
        requests.clear();
        importRows(row(1, said(partner, as, null), "c-1", partner + as, false, false));
        return requests.getFirst().actor().roles();
    }

    private static Said said(String partner, @Nullable String as, @Nullable String mandate) {
        return new Said(null, "2015-10-01T11:00:00+02:00", partner, as, mandate);
    }

    private ImportRow row(int number, String id, String content, boolean creates, boolean refused) {
        return row(number, said("p-loiret", null, null), id, content, creates, refused);
    }

    private ImportRow row(
            int number, Said said, String id, String content, boolean creates, boolean refused) {
        Result<?> result =
                refused
                        ? new Result.Refused<>(List.of(Refusal.invalid("title", "a-rule")))
                        : new Result.Done<>(stored(id), false);
        return new ImportRow(
                number,
                said,
                content,
                new Meaning.Understood(
                        id, creates ? "ref" : "contribution", creates, step(id, result)));
    }

    private ImportRow.Step step(String id, Result<?> result) {
        return new ImportRow.Step() {
            @Override
            public boolean isApplied(String row) {
                return applied.contains(row);
            }

            @Override
            public Result<?> apply(Request request) {
                requests.add(request);
                String row = String.valueOf(request.importRow());
                boolean repeated = result instanceof Result.Done && !applied.add(row);
                return repeated ? new Result.Done<>(stored(id), true) : result;
            }
        };
    }

    private static Stored<String> stored(String id) {
        return new Stored<>(id, 1, "state", THEN, Set.of());
    }

    private static final class KnownPartners implements Partners {
        @Override
        public Optional<Partner> find(PartnerId id) {
            return switch (id.value()) {
                case "p-loiret" -> Optional.of(partner(id, PartnerKind.DEPARTEMENT));
                case "p-mene" -> Optional.of(partner(id, PartnerKind.MINISTRY));
                default -> Optional.empty();
            };
        }

        @Override
        public Set<PartnerId> signatories() {
            return Set.of();
        }

        private static Partner partner(PartnerId id, PartnerKind kind) {
            return new Partner(
                    id, "name", kind, new TerritoryCode("pays:FR"), null, true, false, Map.of());
        }
    }
}
