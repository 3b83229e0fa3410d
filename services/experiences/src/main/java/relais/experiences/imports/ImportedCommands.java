package relais.experiences.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;
import relais.aggregates.partner.PartnerId;
import relais.experiences.experience.AdoptionId;
import relais.experiences.experience.Content;
import relais.experiences.experience.Experience;
import relais.experiences.experience.ExperienceCommand;
import relais.experiences.experience.ExperienceId;
import relais.experiences.experience.FieldComment;
import relais.experiences.experience.ProposedCard;

/** Reads a row's cells as the command that they stand for. */
final class ImportedCommands {

    private ImportedCommands() {}

    static ExperienceCommand.Submit submit(ImportRow row, ExperienceId id) {
        return new ExperienceCommand.Submit(
                id,
                new ProposedCard(
                        ImportedCard.of(row, null), row.get(ImportColumns.COMPETENT_PARTNER), null),
                row.get(ImportColumns.EXTERNAL_ID));
    }

    /** A command on an experience that is there. */
    static ExperienceCommand change(
            ImportOperation operation, ImportRow row, Stored<Experience> stored, PartnerId acting) {
        String reason = row.get(ImportColumns.REASON);
        String date = row.get(ImportColumns.DATE);
        Content present = stored.state().content();
        return switch (operation) {
            case SUBMIT -> submit(row, stored.state().id());
            case PUBLISH -> new ExperienceCommand.Publish(reason);
            case RETURN -> new ExperienceCommand.Return(reason, comments(row));
            case RESUBMIT ->
                    new ExperienceCommand.Resubmit(
                            ImportedCard.of(row, present), competent(row, stored));
            case TAKE_BACK -> new ExperienceCommand.TakeBack(reason);
            case REVISE -> new ExperienceCommand.Revise(ImportedCard.of(row, present), reason);
            case CONFIRM -> new ExperienceCommand.Confirm(date);
            case WITHDRAW -> new ExperienceCommand.Withdraw(reason);
            case MODERATE -> new ExperienceCommand.Moderate(reason);
            case ENDORSE -> new ExperienceCommand.Endorse(reason);
            case HIGHLIGHT -> new ExperienceCommand.Highlight(reason, date);
            case ADOPT ->
                    new ExperienceCommand.Adopt(
                            adoption(row, stored, acting),
                            new ExperienceCommand.AdoptionRequest(reason, date));
            case REPORT_ADOPTION ->
                    new ExperienceCommand.ReportAdoption(
                            adoption(row, stored, acting),
                            new ExperienceCommand.ReportRequest(
                                    ImportedCard.of(row, null).results(), reason, date, null));
            case END_ADOPTION ->
                    new ExperienceCommand.EndAdoption(
                            adoption(row, stored, acting),
                            new ExperienceCommand.EndRequest(reason, date));
        };
    }

    private static @Nullable String competent(ImportRow row, Stored<Experience> stored) {
        String typed = row.get(ImportColumns.COMPETENT_PARTNER);
        PartnerId present = stored.state().competentPartner();
        return typed == null && present != null ? present.value() : typed;
    }

    private static AdoptionId adoption(ImportRow row, Stored<Experience> stored, PartnerId acting) {
        String ref = row.get(ImportColumns.ADOPTION_REF);
        return ImportedIds.adoption(stored.state().id(), ref == null ? acting.value() : ref);
    }

    private static List<FieldComment> comments(ImportRow row) {
        return row.several(ImportColumns.COMMENTS).stream()
                .map(
                        text -> {
                            int equals = text.indexOf('=');
                            return equals < 0
                                    ? new FieldComment("", text)
                                    : new FieldComment(
                                            text.substring(0, equals).strip(),
                                            text.substring(equals + 1).strip());
                        })
                .toList();
    }
}
