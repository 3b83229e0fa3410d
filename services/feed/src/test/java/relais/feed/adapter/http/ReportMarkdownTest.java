package relais.feed.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import relais.feed.projection.Kind;
import relais.feed.projection.Status;
import relais.feed.query.Figure;

class ReportMarkdownTest {

    private static final ReportView REPORT =
            new ReportView(
                    new ReportView.Day(
                            "wd-2", LocalDate.parse("2015-10-01"), "Continuités", "Paris"),
                    new ReportView.Day(
                            "wd-1", LocalDate.parse("2013-12-05"), "Gouvernance", "Lyon"),
                    Instant.parse("2013-12-04T23:00:00Z"),
                    Instant.parse("2015-09-30T22:00:00Z"),
                    List.of(
                            new ReportView.FigureView(
                                    Figure.PUBLISHED,
                                    3,
                                    List.of(
                                            new ReportView.Part(
                                                    "USES", "Usages", 2, "/feed?axis=USES")),
                                    List.of(),
                                    List.of(
                                            entry(
                                                    "Tours a publié « [Tout](javascript:x)\n# *ici* »")),
                                    "/feed?type=ExperiencePublished"),
                            new ReportView.FigureView(
                                    Figure.ADOPTED,
                                    0,
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    "/feed?type=ContributionAdopted")));

    private static FeedEntry entry(String sentence) {
        return new FeedEntry(
                "x-1:2",
                "ExperiencePublished",
                Instant.parse("2014-10-01T10:00:00Z"),
                sentence,
                Kind.EXPERIENCE,
                new Named("p-1", "Tours"),
                null,
                new Named("commune:37261", "Tours"),
                new FeedEntry.CardSummary(
                        "x-1", 2, Status.PUBLISHED, "Tout", null, null, List.of(), List.of()),
                null,
                null,
                false,
                false);
    }

    private static String written(Locale locale) {
        return new ReportMarkdown(new Sentences()).write(REPORT, "http://feed", locale);
    }

    @Test
    void readsAsAnAgendaDoes() {
        assertThat(written(Locale.FRENCH))
                .startsWith("# Depuis la dernière journée de travail : Continuités\n\n")
                .contains(
                        "Entre « Gouvernance » (Lyon, 5 décembre 2013) et le 30 septembre 2015.",
                        "## Expériences publiées : 3\n\nPar axe : Usages 2\n",
                        "- 1er octobre 2014",
                        "- [et 2 de plus](http://feed/feed?type=ExperiencePublished)",
                        "## Contributions adoptées : 0\n\nRien sur cette période.");
        assertThat(written(Locale.ENGLISH))
                .contains("Experiences published: 3", "1 October 2014", "and 2 more");
    }

    @Test
    void whatOthersWroteIsNeitherMarkupNorALink() {
        assertThat(written(Locale.FRENCH))
                .contains("\\[Tout\\](javascript:x) \\# \\*ici\\*")
                .doesNotContain("\n# *");
    }
}
