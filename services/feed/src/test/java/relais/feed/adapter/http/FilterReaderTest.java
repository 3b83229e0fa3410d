package relais.feed.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.feed.projection.Kind;
import relais.feed.projection.Status;
import relais.feed.query.Filter;
import relais.feed.query.SearchWord;
import relais.feed.query.Vocabulary;
import relais.territories.Territories;
import relais.web.ProblemException;
import relais.web.Violation;

class FilterReaderTest {

    private static final FilterReader READER =
            new FilterReader(
                    Territories.load(),
                    Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC),
                    new OnlyTexts());

    private static CardParameters adoptedBy(String... partners) {
        return new CardParameters(List.of(partners), null, null, null);
    }

    /** No partner and no territory is called by any word, and a tag is written in one way. */
    private static final class OnlyTexts implements Vocabulary {

        @Override
        public SearchWord word(String term) {
            return SearchWord.of(term);
        }

        @Override
        public SearchWord similar(SearchWord word) {
            return word;
        }

        @Override
        public Set<String> tags(String tag) {
            return Set.of(tag);
        }
    }

    private static FilterParameters with(String name, @Nullable String value) {
        List<String> values = value == null ? List.of() : List.of(value);
        return new FilterParameters(
                name.equals("territory") ? values : null,
                name.equals("kind") ? values : null,
                name.equals("axis") ? values : null,
                name.equals("level") ? values : null,
                name.equals("partner") ? values : null,
                name.equals("status") ? values : null,
                name.equals("tag") ? values : null,
                name.equals("q") ? value : null,
                name.equals("from") ? value : null,
                name.equals("to") ? value : null,
                name.equals("asOf") ? value : null);
    }

    private static Filter read(String name, String value) {
        return READER.read(with(name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "territory, commune:99999",
        "territory, $ne",
        "territory, region:73",
        "kind, experience",
        "axis, {$gt:''}",
        "level, CRECHE",
        "partner, p-1';drop",
        "status, PUBLISHED' or 1=1",
        "from, hier",
        "from, 2015-02-30",
        "to, -999999999-01-01T00:00:00Z",
        "asOf, +999999999-12-31T00:00:00Z",
        "asOf, 2015-13-01",
    })
    void refusesByName(String name, String value) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(name, value))
                .satisfies(
                        refused ->
                                assertThat(refused.problem().violations())
                                        .extracting(Violation::field)
                                        .containsExactly(name));
    }

    @Test
    void namesWhatStandsForAFormerRegion() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("territory", "region:73"))
                .satisfies(
                        refused ->
                                assertThat(refused.problem().members().get("territories"))
                                        .asString()
                                        .contains("region:76"));
    }

    @Test
    void aFormerRegionCanBeReadAsOfItsTime() {
        var then =
                new FilterParameters(
                        List.of("region:73"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "2015-12-31");
        var now =
                new FilterParameters(
                        List.of("region:76"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "2015-12-31");

        assertThat(READER.read(then).territories()).containsExactly("region:73");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> READER.read(now));
    }

    @Test
    void daysAreThoseOfParis() {
        assertThat(read("asOf", "2015-12-31").asOf())
                .isEqualTo(Instant.parse("2015-12-31T22:59:59.999Z"));
        assertThat(read("from", "2015-07-01").from())
                .isEqualTo(Instant.parse("2015-06-30T22:00:00Z"));
        assertThat(read("to", "2015-07-01").to()).isEqualTo(Instant.parse("2015-07-01T22:00:00Z"));
        assertThat(read("asOf", "2015-12-31T10:00:00Z").asOf())
                .isEqualTo(Instant.parse("2015-12-31T10:00:00Z"));
    }

    @Test
    void readsValuesAndWords() {
        assertThat(read("status", "PUBLISHED").statuses()).containsExactly(Status.PUBLISHED);
        assertThat(read("q", "l'école").words()).isEqualTo(read("q", "ECOLES").words()).hasSize(1);
        assertThat(read("q", " ").words()).isEmpty();
    }

    @Test
    void aSearchWithoutAnyWordThatCountsIsRefusedAndNotAnsweredWithEverything() {
        assertThat(refused("q", "le des")).containsExactly("q:no-word");
        assertThat(refused("q", "!?")).containsExactly("q:no-word");
    }

    @Test
    void aTerritoryIsSaidToComeOrToBeGone() {
        assertThat(asOf("region:76", "2015-12-31")).isEqualTo("NOT_YET");
        assertThat(asOf("region:73", "2020-01-01")).isEqualTo("NO_LONGER");
    }

    private static String asOf(String territory, String day) {
        var parameters =
                new FilterParameters(
                        List.of(territory),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        day);
        var problem = catchThrowableOfType(ProblemException.class, () -> READER.read(parameters));
        return problem.problem().violations().getFirst().args().getLast().toString();
    }

    private static List<String> refused(String name, String value) {
        var problem =
                catchThrowableOfType(ProblemException.class, () -> READER.read(with(name, value)));
        return problem.problem().violations().stream()
                .map(violation -> violation.field() + ":" + violation.code())
                .toList();
    }

    private static FilterParameters between(String from, String to) {
        return new FilterParameters(null, null, null, null, null, null, null, null, from, to, null);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 2010-01-01",
        "2020-01-02, 2020-01-01",
        "2020-01-01T00:00:00Z, 2020-01-01T00:00:00Z",
        "2020-01-01T00:00:00.001Z, 2020-01-01T00:00:00Z",
    })
    void refusesAPeriodThatEndsBeforeItBegins(String from, String to) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> READER.read(between(from, to)))
                .satisfies(
                        refused ->
                                assertThat(refused.problem().violations())
                                        .extracting(Violation::field)
                                        .containsExactly("to"));
    }

    @Test
    void aPeriodOfOneDayIsThatDay() {
        Filter day = READER.read(between("2020-01-01", "2020-01-01"));

        assertThat(day.from()).isEqualTo(Instant.parse("2019-12-31T23:00:00Z"));
        assertThat(day.to()).isEqualTo(Instant.parse("2020-01-01T23:00:00Z"));
    }

    @Test
    void ofSeveralValuesOneIsEnough() {
        var parameters =
                new FilterParameters(
                        List.of("region:27", "departement:45"),
                        List.of("EXPERIENCE", "OBJECTIVE"),
                        List.of("USES", "SUPPORT", "USES"),
                        List.of("ECOLE", "LYCEE"),
                        List.of("p-1", "p-2"),
                        List.of("PUBLISHED", "OPEN"),
                        List.of("un, deux", "trois"),
                        null,
                        null,
                        null,
                        null);

        Filter filter = READER.read(parameters, adoptedBy("p-3", "p-4"));

        assertThat(filter.territories()).containsExactlyInAnyOrder("region:27", "departement:45");
        assertThat(filter.kinds()).containsExactlyInAnyOrder(Kind.EXPERIENCE, Kind.OBJECTIVE);
        assertThat(filter.axes()).containsExactlyInAnyOrder("USES", "SUPPORT");
        assertThat(filter.levels()).containsExactlyInAnyOrder("ECOLE", "LYCEE");
        assertThat(filter.partners()).containsExactlyInAnyOrder("p-1", "p-2");
        assertThat(filter.statuses()).containsExactlyInAnyOrder(Status.PUBLISHED, Status.OPEN);
        assertThat(filter.tags()).containsExactlyInAnyOrder("un, deux", "trois");
        assertThat(filter.adoptedBy()).containsExactlyInAnyOrder("p-3", "p-4");
    }

    @Test
    void allIsAnyAndStandingIsWhatCounts() {
        assertThat(read("kind", "ALL").kinds()).isEmpty();
        assertThat(read("status", "ALL").statuses()).isEmpty();
        assertThat(read("status", "STANDING").statuses())
                .contains(Status.PUBLISHED, Status.ACTIVE, Status.HELD)
                .doesNotContain(Status.SUBMITTED, Status.WITHDRAWN, Status.MODERATED);
    }

    @Test
    void oneOfSeveralThatCannotBeMeantIsRefused() {
        var axes =
                new FilterParameters(
                        null,
                        null,
                        List.of("USES", "uses"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        var problem = catchThrowableOfType(ProblemException.class, () -> READER.read(axes));

        assertThat(problem.problem().violations())
                .extracting(violation -> violation.field() + ":" + violation.code())
                .containsExactly("axis:one-of");
        assertThat(refused("axis", "USES,SUPPORT")).containsExactly("axis:one-of");
    }

    @Test
    void refusesAnEndlessQuestion() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("q", "a ".repeat(200)));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("tag", "t".repeat(101)));
    }
}
