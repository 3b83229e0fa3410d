package relais.contributions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.SERVICE;
import static relais.contributions.known.KnownWorld.archive;
import static relais.contributions.known.KnownWorld.later;
import static relais.contributions.known.KnownWorld.now;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Circumstances;

class PlanRulesTest {

    static Stream<Arguments> rows() {
        return Stream.of(
                // The plan itself.
                row(Samples.plan("title", null), "title required"),
                row(Samples.plan("title", "é".repeat(101)), "title too-long"),
                row(Samples.plan("title", "a\nb"), "title one-line"),
                row(Samples.plan("description", "d".repeat(5_001)), "description too-long"),
                row(Samples.plan("territory", null), "territory required"),
                row(Samples.plan("territory", "Loiret"), "territory unknown-territory"),
                row(Samples.plan("territory", "commune:00000"), "territory unknown-territory"),
                row(Samples.plan("axes", List.of()), "axes required"),
                row(Samples.plan("axes", List.of("USES", "")), "axes[1] unknown-axis"),
                row(Samples.plan("axes", Collections.nCopies(7, "USES")), "axes too-many"),
                // Its day.
                row(Samples.plan("dueOn", null), "dueOn required"),
                row(Samples.plan("dueOn", "bientôt"), "dueOn not-a-date"),
                row(Samples.plan("dueOn", "2026-01-14"), "dueOn date-between"),
                row(Samples.plan("dueOn", "2056-01-16"), "dueOn date-between"),
                // Its lead.
                row(Samples.plan("lead", null), "lead required"),
                row(Samples.plan("lead", "p-unknown"), "lead named-partner-unknown"),
                row(Samples.plan("lead", "Loiret"), "lead named-partner-unknown"),
                row(Samples.plan("lead", "p-suspended"), "lead named-partner-suspended"),
                // Its partners.
                row(
                        Samples.plan("partnersInvolved", List.of("p-orleans", "p-unknown")),
                        "partnersInvolved[1] named-partner-unknown"),
                row(
                        Samples.plan("partnersInvolved", Collections.nCopies(51, "p-orleans")),
                        "partnersInvolved too-many"),
                // Its objectives.
                row(
                        Samples.plan("objectives", List.of("o-open", "o-unknown")),
                        "objectives[1] objective-unknown"),
                row(
                        Samples.plan("objectives", List.of("c-adopted")),
                        "objectives[0] objective-unknown"),
                row(
                        Samples.plan("objectives", List.of("o-withdrawn")),
                        "objectives[0] link-withdrawn"),
                row(
                        Samples.plan("objectives", Collections.nCopies(21, "o-open")),
                        "objectives too-many"),
                // Its contribution.
                row(
                        Samples.plan("contribution", "c-unknown"),
                        "contribution contribution-not-public"),
                row(
                        Samples.plan("contribution", "c-draft"),
                        "contribution contribution-not-public"),
                row(Samples.plan("contribution", "o-open"), "contribution contribution-not-public"),
                row(Samples.plan("contribution", "c-withdrawn"), "contribution link-withdrawn"),
                // Its experiences.
                row(
                        Samples.plan("experiences", List.of("x-published", "x-unknown")),
                        "experiences[1] experience-unknown"),
                row(
                        Samples.plan("experiences", List.of("x-submitted")),
                        "experiences[0] experience-not-published"),
                row(
                        Samples.plan("experiences", List.of("x-withdrawn")),
                        "experiences[0] link-withdrawn"),
                row(
                        Samples.plan("experiences", List.of("x-moderated")),
                        "experiences[0] experience-moderated"),
                row(
                        Samples.plan("experiences", Collections.nCopies(51, "x-published")),
                        "experiences too-many"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refuses(ProposedPlan plan, String refusal) {
        assertThat(refusals(plan, null, now(SECRETARY))).containsExactly(refusal);
    }

    @Test
    void everyNameOnceAndTheLeadNotAmongItsHelpers() {
        ActionPlan accepted =
                Samples.plan(
                                "partnersInvolved",
                                List.of("p-orleans", "p-loiret", "p-orleans"),
                                "axes",
                                List.of("USES", "USES"))
                        .accepted();
        assertThat(accepted.partnersInvolved()).containsExactly(new PartnerId("p-orleans"));
        assertThat(accepted.axes()).containsExactly(Axis.USES);
    }

    @Test
    void whatItNamesAlreadyMayStayWhateverBecameOfIt() {
        ProposedPlan old =
                Samples.plan(
                        "lead",
                        "p-suspended",
                        "dueOn",
                        "2020-01-01",
                        "territory",
                        "commune:99999",
                        "objectives",
                        List.of("o-withdrawn", "o-gone"),
                        "contribution",
                        "c-withdrawn",
                        "experiences",
                        List.of("x-withdrawn", "x-moderated"));
        assertThat(refusals(old, old.accepted(), now(SECRETARY))).isEmpty();
        assertThat(refusals(old, null, now(SECRETARY)))
                .containsExactly(
                        "territory unknown-territory",
                        "dueOn date-between",
                        "lead named-partner-suspended",
                        "objectives[0] link-withdrawn",
                        "objectives[1] objective-unknown",
                        "contribution link-withdrawn",
                        "experiences[0] link-withdrawn",
                        "experiences[1] experience-moderated");
    }

    @Test
    void todayIsTheDayInFrance() {
        Instant midnightPast = Instant.parse("2026-01-15T23:30:00Z");
        assertThat(refusals(Samples.plan(), null, later(SECRETARY, midnightPast)))
                .containsExactly("dueOn date-between");
        assertThat(refusals(Samples.plan(), null, later(SECRETARY, NOW))).isEmpty();
    }

    @Test
    void anArchiveSpeaksOfItsOwnTime() {
        Instant then = Instant.parse("2015-10-05T09:00:00Z");
        assertThat(refusals(Samples.plan("dueOn", "2015-12-31"), null, archive(SERVICE, then)))
                .isEmpty();
    }

    private static List<String> refusals(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances circumstances) {
        return PlanRules.refusals(plan, before, circumstances)
                .map(refusal -> refusal.field() + " " + refusal.code())
                .toList();
    }

    private static Arguments row(ProposedPlan plan, String refusal) {
        return arguments(plan, refusal);
    }
}
