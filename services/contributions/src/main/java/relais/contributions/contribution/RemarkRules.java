package relais.contributions.contribution;

import java.util.stream.Stream;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;

/** The small texts that commands carry besides the text itself. */
final class RemarkRules {

    static final TextRule REMARK = TextRule.text(2_000);

    private RemarkRules() {}

    static Stream<Refusal> reasonGiven(Case judged) {
        return switch (judged.command()) {
            case ContributionCommand.ProposeAmendment propose ->
                    REMARK.required("reason", propose.reason());
            case ContributionCommand.RejectAmendment reject ->
                    REMARK.required("reason", reject.reason());
            case ContributionCommand.CloseConsultation close ->
                    REMARK.required("reason", close.reason());
            case ContributionCommand.Withdraw withdraw ->
                    REMARK.required("reason", withdraw.reason());
            default -> Stream.empty();
        };
    }

    static Stream<Refusal> readableRemarks(Case judged) {
        return switch (judged.command()) {
            case ContributionCommand.Draft draft -> REMARK.check("note", draft.note());
            case ContributionCommand.Submit submit -> REMARK.check("note", submit.note());
            case ContributionCommand.Cite cite -> REMARK.check("note", cite.note());
            case ContributionCommand.RemoveEvidence remove ->
                    REMARK.check("reason", remove.reason());
            case ContributionCommand.AcceptAmendment accept ->
                    REMARK.check("comment", accept.comment());
            case ContributionCommand.WithdrawAmendment withdraw ->
                    REMARK.check("reason", withdraw.reason());
            case ContributionCommand.OpenConsultation open -> REMARK.check("note", open.note());
            case ContributionCommand.Adopt adopt -> REMARK.check("note", adopt.note());
            default -> Stream.empty();
        };
    }
}
