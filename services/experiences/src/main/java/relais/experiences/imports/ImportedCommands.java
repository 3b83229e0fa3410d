package relais.experiences.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;
import relais.aggregates.partner.PartnerId;
import relais.experiences.experience.AdoptionId;
import relais.experiences.experience.Content;
import relais.experiences.experience.Experience;
import relais.experiences.experience.ExperienceCommand;
import relais.experiences.experience.ExperienceId;
import relais.experiences.experience.FieldComment;
import relais.experiences.experience.Link;
import relais.experiences.experience.Means;
import relais.experiences.experience.ProposedCard;
import relais.experiences.experience.ProposedContent;
import relais.experiences.experience.ProposedContent.ProposedLink;
import relais.experiences.experience.ProposedContent.ProposedMeans;
import relais.experiences.experience.ProposedContent.ProposedResults;
import relais.experiences.experience.Results;

/** Reads a row's cells as the command that they stand for. */
final class ImportedCommands {

    private static final Set<String> YES = Set.of("true", "oui", "yes", "1", "vrai");

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,11})?");

    /** Stands for what is no amount: the rule of its field refuses it by name. */
    private static final BigDecimal NO_AMOUNT = BigDecimal.ONE.negate();

    private ImportedCommands() {}

    static ExperienceCommand.Submit submit(ImportRow row, ExperienceId id) {
        return new ExperienceCommand.Submit(
                id,
                new ProposedCard(card(row, null), row.get(ImportColumns.COMPETENT_PARTNER), null),
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
                            adoption(row, stored, acting),
                            results(row, Optional.empty()),
                            reason,
                            date);
            case END_ADOPTION ->
                    new ExperienceCommand.EndAdoption(adoption(row, stored, acting), reason, date);
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

    /** The row's card; where a cell is empty, the present card's value if there is one. */
    private static ProposedContent card(ImportRow row, @Nullable Content present) {
        Optional<Content> kept = Optional.ofNullable(present);
        return new ProposedContent(
                text(row, ImportColumns.TITLE, kept.map(Content::title)),
                text(row, ImportColumns.PREVIEW, kept.map(Content::preview)),
                text(row, ImportColumns.TERRITORY, kept.map(Content::territory)),
                text(row, ImportColumns.LEVEL, kept.map(Content::level)),
                texts(row, ImportColumns.AXES, kept.map(Content::axes)),
                texts(row, ImportColumns.TAGS, kept.map(Content::tags)),
                text(row, ImportColumns.AUDIENCE, kept.map(Content::audience)),
                text(row, ImportColumns.STARTED_ON, kept.map(Content::startedOn)),
                text(row, ImportColumns.ENDED_ON, kept.map(Content::endedOn)),
                text(row, ImportColumns.PROBLEM, kept.map(Content::problem)),
                text(row, ImportColumns.ACTION, kept.map(Content::action)),
                texts(row, ImportColumns.PARTNERS_INVOLVED, kept.map(Content::partnersInvolved)),
                means(row, kept.map(Content::means)),
                results(row, kept.map(Content::results)),
                text(row, ImportColumns.DIFFICULTIES, kept.map(Content::difficulties)),
                text(row, ImportColumns.TRANSFER, kept.map(Content::transfer)),
                links(row, kept.map(Content::links).orElse(List.of())),
                kept.isPresent() || isYes(row.get(ImportColumns.LICENCE_ACCEPTED)));
    }

    private static @Nullable String text(
            ImportRow row, ImportColumns column, Optional<? extends Object> kept) {
        String typed = row.get(column);
        return typed == null ? kept.map(Object::toString).orElse(null) : typed;
    }

    private static List<String> texts(
            ImportRow row, ImportColumns column, Optional<? extends List<?>> kept) {
        List<String> typed = row.several(column);
        return typed.isEmpty()
                ? kept.<List<?>>map(list -> list).orElse(List.of()).stream()
                        .map(Object::toString)
                        .toList()
                : typed;
    }

    private static @Nullable ProposedMeans means(ImportRow row, Optional<Means> kept) {
        ProposedMeans means =
                new ProposedMeans(
                        amount(row, ImportColumns.MEANS_EUROS, kept.map(Means::euros)),
                        amount(row, ImportColumns.MEANS_FTE, kept.map(Means::fte)),
                        text(row, ImportColumns.MEANS_NOTE, kept.map(Means::note)));
        boolean none = means.euros() == null && means.fte() == null && means.note() == null;
        return none ? null : means;
    }

    /** Spreadsheets set in French write {@code 18 000,50}. */
    private static @Nullable BigDecimal amount(
            ImportRow row, ImportColumns column, Optional<BigDecimal> kept) {
        String typed = row.get(column);
        if (typed == null) {
            return kept.orElse(null);
        }
        String number = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return AMOUNT.matcher(number).matches() ? new BigDecimal(number) : NO_AMOUNT;
    }

    private static @Nullable ProposedResults results(ImportRow row, Optional<Results> kept) {
        ProposedResults results =
                new ProposedResults(
                        text(row, ImportColumns.RESULTS_KIND, kept.map(Results::kind)),
                        text(row, ImportColumns.RESULTS_TEXT, kept.map(Results::text)));
        return results.kind() == null && results.text() == null ? null : results;
    }

    private static List<ProposedLink> links(ImportRow row, List<Link> kept) {
        List<String> typed = row.several(ImportColumns.LINKS);
        return typed.isEmpty()
                ? kept.stream().map(link -> new ProposedLink(link.label(), link.url())).toList()
                : typed.stream().map(ImportedCommands::link).toList();
    }

    private static ProposedLink link(String text) {
        int equals = text.indexOf('=');
        boolean bare = equals < 0 || text.startsWith("http://") || text.startsWith("https://");
        return bare
                ? new ProposedLink(null, text)
                : new ProposedLink(text.substring(0, equals), text.substring(equals + 1));
    }

    private static boolean isYes(@Nullable String text) {
        return text != null && YES.contains(text.toLowerCase(Locale.ROOT));
    }
}
