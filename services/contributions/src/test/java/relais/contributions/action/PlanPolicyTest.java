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

class PlanPolicyTest {

    static Stream<Arguments> rows() {
        return Stream.of(
                // SOUND_CONTENT
                row(new Samples.Plan().title(null), "title required"),
                row(new Samples.Plan().title("é".repeat(101)), "title too-long"),
                row(new Samples.Plan().title("a\nb"), "title one-line"),
                row(new Samples.Plan().description("d".repeat(5_001)), "description too-long"),
                row(new Samples.Plan().territory(null), "territory required"),
                row(new Samples.Plan().territory("Loiret"), "territory unknown-territory"),
                row(new Samples.Plan().territory("commune:00000"), "territory unknown-territory"),
                row(new Samples.Plan().axes(List.of()), "axes required"),
                row(new Samples.Plan().axes(List.of("USES", "")), "axes[1] unknown-axis"),
                row(new Samples.Plan().axes(Collections.nCopies(7, "USES")), "axes too-many"),
                // DUE_IN_TIME_TO_COME
                row(new Samples.Plan().dueOn(null), "dueOn required"),
                row(new Samples.Plan().dueOn("bientôt"), "dueOn not-a-date"),
                row(new Samples.Plan().dueOn("2026-01-14"), "dueOn date-between"),
                row(new Samples.Plan().dueOn("2056-01-16"), "dueOn date-between"),
                // LEAD_CAN_ANSWER
                row(new Samples.Plan().lead(null), "lead required"),
                row(new Samples.Plan().lead("p-unknown"), "lead named-partner-unknown"),
                row(new Samples.Plan().lead("Loiret"), "lead named-partner-unknown"),
                row(new Samples.Plan().lead("p-suspended"), "lead named-partner-suspended"),
                // PARTNERS_ARE_REGISTERED
                row(
                        new Samples.Plan().partners(List.of("p-orleans", "p-unknown")),
                        "partnersInvolved[1] named-partner-unknown"),
                row(
                        new Samples.Plan().partners(Collections.nCopies(51, "p-orleans")),
                        "partnersInvolved too-many"),
                // OBJECTIVES_ARE_OPEN
                row(
                        new Samples.Plan().objectives(List.of("o-open", "o-unknown")),
                        "objectives[1] objective-unknown"),
                row(
                        new Samples.Plan().objectives(List.of("c-adopted")),
                        "objectives[0] objective-unknown"),
                row(
                        new Samples.Plan().objectives(List.of("o-withdrawn")),
                        "objectives[0] link-withdrawn"),
                row(
                        new Samples.Plan().objectives(Collections.nCopies(21, "o-open")),
                        "objectives too-many"),
                // CONTRIBUTION_IS_PUBLIC
                row(
                        new Samples.Plan().contribution("c-unknown"),
                        "contribution contribution-not-public"),
                row(
                        new Samples.Plan().contribution("c-draft"),
                        "contribution contribution-not-public"),
                row(
                        new Samples.Plan().contribution("o-open"),
                        "contribution contribution-not-public"),
                row(new Samples.Plan().contribution("c-withdrawn"), "contribution link-withdrawn"),
                // EXPERIENCES_ARE_PUBLISHED
                row(
                        new Samples.Plan().experiences(List.of("x-published", "x-unknown")),
                        "experiences[1] experience-unknown"),
                row(
                        new Samples.Plan().experiences(List.of("x-submitted")),
                        "experiences[0] experience-not-published"),
                row(
                        new Samples.Plan().experiences(List.of("x-withdrawn")),
                        "experiences[0] link-withdrawn"),
                row(
                        new Samples.Plan().experiences(List.of("x-moderated")),
                        "experiences[0] experience-moderated"),
                row(
                        new Samples.Plan().experiences(Collections.nCopies(51, "x-published")),
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
                new Samples.Plan()
                        .partners(List.of("p-orleans", "p-loiret", "p-orleans"))
                        .axes(List.of("USES", "USES"))
                        .typed()
                        .accepted();
        assertThat(accepted.partnersInvolved()).containsExactly(new PartnerId("p-orleans"));
        assertThat(accepted.axes()).containsExactly(Axis.USES);
    }

    @Test
    void whatItNamesAlreadyMayStayWhateverBecameOfIt() {
        ProposedPlan old =
                new Samples.Plan()
                        .lead("p-suspended")
                        .dueOn("2020-01-01")
                        .territory("commune:99999")
                        .objectives(List.of("o-withdrawn", "o-gone"))
                        .contribution("c-withdrawn")
                        .experiences(List.of("x-withdrawn", "x-moderated"))
                        .typed();
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
        assertThat(refusals(new Samples.Plan().typed(), null, later(SECRETARY, midnightPast)))
                .containsExactly("dueOn date-between");
        assertThat(refusals(new Samples.Plan().typed(), null, later(SECRETARY, NOW))).isEmpty();
    }

    @Test
    void anArchiveSpeaksOfItsOwnTime() {
        Instant then = Instant.parse("2015-10-05T09:00:00Z");
        assertThat(
                        refusals(
                                new Samples.Plan().dueOn("2015-12-31").typed(),
                                null,
                                archive(SERVICE, then)))
                .isEmpty();
    }

    private static List<String> refusals(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances circumstances) {
        return PlanPolicy.refusals(plan, before, circumstances)
                .map(refusal -> refusal.field() + " " + refusal.code())
                .toList();
    }

    private static Arguments row(Samples.Plan plan, String refusal) {
        return arguments(plan.typed(), refusal);
    }
}
