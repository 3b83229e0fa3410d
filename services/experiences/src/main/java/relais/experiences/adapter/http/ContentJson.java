package relais.experiences.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Content;
import relais.experiences.domain.ProposedContent;
import relais.experiences.domain.ProposedContent.ProposedLink;
import relais.experiences.domain.ProposedContent.ProposedMeans;

/** The card's own fields in JSON: the part that all requests and answers have in common. */
@Schema(
        description =
                "Required to submit: title, preview, territory, level, axes, problem, action and"
                        + " licenceAccepted.")
record ContentJson(
        @Nullable String title,
        @Nullable String preview,
        @Nullable String territory,
        @Nullable String level,
        @Nullable List<@Nullable String> axes,
        @Nullable List<@Nullable String> tags,
        @Nullable String audience,
        @Nullable String startedOn,
        @Nullable String endedOn,
        @Nullable String problem,
        @Nullable String action,
        @Nullable List<@Nullable String> partnersInvolved,
        @Nullable MeansJson means,
        @Nullable ResultsJson results,
        @Nullable String difficulties,
        @Nullable String transfer,
        @Nullable List<@Nullable LinkJson> links,
        @Nullable Boolean licenceAccepted) {

    /** Any number longer than this is refused anyway, and need not be written out. */
    private static final int LONGEST_NUMBER = 40;

    static ContentJson of(Content card) {
        return of(ProposedContent.of(card));
    }

    static ContentJson of(ProposedContent card) {
        ProposedMeans means = card.means();
        ProposedContent.ProposedResults results = card.results();
        return new ContentJson(
                card.title(),
                card.preview(),
                card.territory(),
                card.level(),
                List.copyOf(card.axes()),
                List.copyOf(card.tags()),
                card.audience(),
                card.startedOn(),
                card.endedOn(),
                card.problem(),
                card.action(),
                List.copyOf(card.partnersInvolved()),
                means == null
                        ? null
                        : new MeansJson(decimal(means.euros()), decimal(means.fte()), means.note()),
                results == null ? null : new ResultsJson(results.kind(), results.text()),
                card.difficulties(),
                card.transfer(),
                card.links().stream().map(link -> new LinkJson(link.label(), link.url())).toList(),
                card.licenceAccepted());
    }

    ProposedContent proposed() {
        return new ProposedContent(
                title,
                preview,
                territory,
                level,
                texts(axes),
                texts(tags),
                audience,
                startedOn,
                endedOn,
                problem,
                action,
                texts(partnersInvolved),
                means == null
                        ? null
                        : new ProposedMeans(text(means.euros()), text(means.fte()), means.note()),
                results == null ? null : results.proposed(),
                difficulties,
                transfer,
                links == null
                        ? List.of()
                        : links.stream()
                                .map(
                                        link ->
                                                link == null
                                                        ? new ProposedLink(null, null)
                                                        : new ProposedLink(
                                                                link.label(), link.url()))
                                .toList(),
                Boolean.TRUE.equals(licenceAccepted));
    }

    /** An absent entry is an empty one, which its rule refuses by name. */
    private static List<String> texts(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(text -> Objects.requireNonNullElse(text, "")).toList();
    }

    /** {@code 1e999999999} is short as JSON and endless in digits. */
    private static @Nullable String text(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        boolean modest = Math.abs((long) number.scale()) + number.precision() < LONGEST_NUMBER;
        return modest ? number.toPlainString() : number.toString();
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
