package relais.contributions.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.EvidenceChange;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience.Change;

/** What no contribution outgrows: every list and every text as long as the rules let it be. */
public final class Largest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final String ID = "z".repeat(50);
    private static final int REMARK = 2_000;

    private Largest() {}

    /**
     * @param signatories how many the committee has at most
     */
    public static Contribution contribution(int signatories) {
        return new Contribution(
                new ContributionId("c-" + ID),
                new PartnerId("p-" + ID),
                new TerritoryCode("commune:25056"),
                ContributionKind.FRAMEWORK,
                text(),
                many(OpeningRules.MAX_DRAFTERS, Largest::partner),
                many(EvidenceRules.MAX_EVIDENCE, Largest::evidence),
                many(AmendmentRules.MAX_AMENDMENTS, Largest::amendment),
                new Contribution.Submission(AT, letters(REMARK)),
                consultation(signatories),
                ContributionStatus.CONSULTATION,
                letters(REMARK),
                AT,
                AT,
                LocalDate.EPOCH,
                new ContributionId("c-" + ID),
                new ContributionId("c-" + ID));
    }

    private static Text text() {
        int each = TextRules.MAX_LENGTH / TextRules.MAX_SECTIONS;
        return new Text(
                letters(100),
                letters(300),
                List.of(Axis.values()),
                many(
                        TextRules.MAX_SECTIONS,
                        i ->
                                new Section(
                                        SectionId.numbered(i + 1),
                                        new Wording(letters(150), letters(each - 150)),
                                        i)),
                Long.MAX_VALUE,
                Integer.MAX_VALUE);
    }

    private static Evidence evidence(int i) {
        return new Evidence(
                new ExperienceId("x-" + ID + i),
                Long.MAX_VALUE,
                SectionId.numbered(i + 1),
                letters(REMARK),
                new Change(Long.MAX_VALUE, EvidenceChange.MODERATED, AT, letters(REMARK)));
    }

    private static Amendment amendment(int i) {
        int each = AmendmentRules.MAX_LENGTH / AmendmentRules.MAX_AMENDMENTS / 2;
        return new Amendment(
                new AmendmentId("am-" + ID + i),
                partner(i),
                SectionId.numbered(1),
                Long.MAX_VALUE,
                new Wording("h", letters(each - 2)),
                new Wording("h", letters(each - 2)),
                letters(2),
                AmendmentStatus.WITHDRAWN,
                letters(REMARK));
    }

    /** Some say all they may, which leaves a brief reason to the others. */
    private static Consultation consultation(int signatories) {
        int talkative = ConsultationRules.MAX_REASONS / REMARK;
        return new Consultation(
                AT,
                AT,
                many(signatories, Largest::partner),
                signatories,
                letters(REMARK),
                many(
                        signatories,
                        i ->
                                new Position(
                                        partner(i),
                                        PositionChoice.RESERVATION,
                                        letters(i < talkative ? REMARK : ConsultationRules.BRIEF),
                                        AT)));
    }

    private static PartnerId partner(int i) {
        return new PartnerId("p-" + ID + i);
    }

    private static <T> List<T> many(int count, IntFunction<T> one) {
        return IntStream.range(0, count).mapToObj(one).toList();
    }

    /** Characters of four bytes: there are none longer. */
    private static String letters(int count) {
        return String.join("", Collections.nCopies(count, "\uD835\uDD38"));
    }
}
