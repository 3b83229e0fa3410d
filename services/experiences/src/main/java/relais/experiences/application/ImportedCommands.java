package relais.experiences.application;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.AdoptionId;
import relais.experiences.domain.Content;
import relais.experiences.domain.ExperienceCommand;
import relais.experiences.domain.ExperienceId;
import relais.experiences.domain.FieldComment;
import relais.experiences.domain.PartnerId;
import relais.experiences.domain.ProposedContent;
import relais.experiences.domain.ProposedContent.ProposedLink;
import relais.experiences.domain.ProposedContent.ProposedMeans;
import relais.experiences.domain.ProposedContent.ProposedResults;

/** Reads a row's cells as the command that they stand for. */
final class ImportedCommands {

    private static final Set<String> YES = Set.of("true", "oui", "yes", "1", "vrai");

    private ImportedCommands() {}

    static ExperienceCommand.Submit submit(ImportRow row, ExperienceId id) {
        return new ExperienceCommand.Submit(
                id,
                card(row, null),
                row.get(ImportColumns.COMPETENT_PARTNER),
                row.get(ImportColumns.EXTERNAL_ID));
    }

    /** A command on an experience that is there. */
    static ExperienceCommand change(
            ImportOperation operation, ImportRow row, Stored stored, PartnerId acting) {
        String reason = row.get(ImportColumns.REASON);
        String date = row.get(ImportColumns.DATE);
        Content present = stored.experience().content();
        return switch (operation) {
            case SUBMIT -> submit(row, stored.experience().id());
            case PUBLISH -> new ExperienceCommand.Publish(reason);
            case RETURN -> new ExperienceCommand.Return(reason, comments(row));
            case RESUBMIT ->
                    new ExperienceCommand.Resubmit(card(row, present), competent(row, stored));
            case TAKE_BACK -> new ExperienceCommand.TakeBack(reason);
            case REVISE -> new ExperienceCommand.Revise(card(row, present), reason);
            case CONFIRM -> new ExperienceCommand.Confirm(date);
            case WITHDRAW -> new ExperienceCommand.Withdraw(reason);
            case MODERATE -> new ExperienceCommand.Moderate(reason);
            case ENDORSE -> new ExperienceCommand.Endorse(reason);
            case HIGHLIGHT -> new ExperienceCommand.Highlight(reason, date);
            case ADOPT -> new ExperienceCommand.Adopt(adoption(row, stored, acting), reason, date);
            case REPORT_ADOPTION ->
                    new ExperienceCommand.ReportAdoption(
                            adoption(row, stored, acting), results(row), reason, date);
            case END_ADOPTION ->
                    new ExperienceCommand.EndAdoption(adoption(row, stored, acting), reason, date);
        };
    }

    private static @Nullable String competent(ImportRow row, Stored stored) {
        String typed = row.get(ImportColumns.COMPETENT_PARTNER);
        PartnerId present = stored.experience().competentPartner();
        return typed == null && present != null ? present.value() : typed;
    }

    private static AdoptionId adoption(ImportRow row, Stored stored, PartnerId acting) {
        String ref = row.get(ImportColumns.ADOPTION_REF);
        return ImportedIds.adoption(stored.experience().id(), ref == null ? acting.value() : ref);
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

    /** The row's card; where a cell is empty, the present card's value if there is one. */
    private static ProposedContent card(ImportRow row, @Nullable Content present) {
        ProposedContent kept = present == null ? null : ProposedContent.of(present);
        return new ProposedContent(
                or(row.get(ImportColumns.TITLE), kept == null ? null : kept.title()),
                or(row.get(ImportColumns.PREVIEW), kept == null ? null : kept.preview()),
                or(row.get(ImportColumns.TERRITORY), kept == null ? null : kept.territory()),
                or(row.get(ImportColumns.LEVEL), kept == null ? null : kept.level()),
                or(row.several(ImportColumns.AXES), kept == null ? List.of() : kept.axes()),
                or(row.several(ImportColumns.TAGS), kept == null ? List.of() : kept.tags()),
                or(row.get(ImportColumns.AUDIENCE), kept == null ? null : kept.audience()),
                or(row.get(ImportColumns.STARTED_ON), kept == null ? null : kept.startedOn()),
                or(row.get(ImportColumns.ENDED_ON), kept == null ? null : kept.endedOn()),
                or(row.get(ImportColumns.PROBLEM), kept == null ? null : kept.problem()),
                or(row.get(ImportColumns.ACTION), kept == null ? null : kept.action()),
                or(
                        row.several(ImportColumns.PARTNERS_INVOLVED),
                        kept == null ? List.of() : kept.partnersInvolved()),
                means(row, kept == null ? null : kept.means()),
                results(row, kept == null ? null : kept.results()),
                or(row.get(ImportColumns.DIFFICULTIES), kept == null ? null : kept.difficulties()),
                or(row.get(ImportColumns.TRANSFER), kept == null ? null : kept.transfer()),
                or(links(row), kept == null ? List.of() : kept.links()),
                kept != null || isYes(row.get(ImportColumns.LICENCE_ACCEPTED)));
    }

    private static @Nullable ProposedMeans means(ImportRow row, @Nullable ProposedMeans kept) {
        ProposedMeans means =
                new ProposedMeans(
                        or(
                                decimal(row.get(ImportColumns.MEANS_EUROS)),
                                kept == null ? null : kept.euros()),
                        or(
                                decimal(row.get(ImportColumns.MEANS_FTE)),
                                kept == null ? null : kept.fte()),
                        or(row.get(ImportColumns.MEANS_NOTE), kept == null ? null : kept.note()));
        boolean none = means.euros() == null && means.fte() == null && means.note() == null;
        return none ? null : means;
    }

    private static @Nullable ProposedResults results(ImportRow row) {
        return results(row, null);
    }

    private static @Nullable ProposedResults results(
            ImportRow row, @Nullable ProposedResults kept) {
        ProposedResults results =
                new ProposedResults(
                        or(row.get(ImportColumns.RESULTS_KIND), kept == null ? null : kept.kind()),
                        or(row.get(ImportColumns.RESULTS_TEXT), kept == null ? null : kept.text()));
        return results.kind() == null && results.text() == null ? null : results;
    }

    private static List<ProposedLink> links(ImportRow row) {
        return row.several(ImportColumns.LINKS).stream().map(ImportedCommands::link).toList();
    }

    private static ProposedLink link(String text) {
        int equals = text.indexOf('=');
        boolean bare = equals < 0 || text.startsWith("http://") || text.startsWith("https://");
        return bare
                ? new ProposedLink(null, text)
                : new ProposedLink(text.substring(0, equals), text.substring(equals + 1));
    }

    /** Spreadsheets set in French write {@code 18 000,50}. */
    private static @Nullable String decimal(@Nullable String text) {
        return text == null ? null : text.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
    }

    private static boolean isYes(@Nullable String text) {
        return text != null && YES.contains(text.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String or(@Nullable String typed, @Nullable String kept) {
        return typed == null ? kept : typed;
    }

    private static <T> List<T> or(List<T> typed, List<T> kept) {
        return typed.isEmpty() ? kept : typed;
    }
}
