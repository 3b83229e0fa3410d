package relais.experiences.domain;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card as someone typed it: anything may be absent or wrong, so that one answer can name every
 * field to mend. Texts are stripped and composed (NFC); a text of which nothing is seen is an
 * absent one.
 */
public record ProposedContent(
        @Nullable String title,
        @Nullable String preview,
        @Nullable String territory,
        @Nullable String level,
        List<String> axes,
        List<String> tags,
        @Nullable String audience,
        @Nullable String startedOn,
        @Nullable String endedOn,
        @Nullable String problem,
        @Nullable String action,
        List<String> partnersInvolved,
        @Nullable ProposedMeans means,
        @Nullable ProposedResults results,
        @Nullable String difficulties,
        @Nullable String transfer,
        List<ProposedLink> links,
        boolean licenceAccepted) {

    /** Quantities as text: a number of any size must be refused by name, not by a parser. */
    public record ProposedMeans(
            @Nullable String euros, @Nullable String fte, @Nullable String note) {
        public ProposedMeans {
            euros = clean(euros);
            fte = clean(fte);
            note = clean(note);
        }

        Means accepted() {
            return new Means(decimal(euros), decimal(fte), note);
        }

        private static @Nullable BigDecimal decimal(@Nullable String text) {
            return text == null ? null : new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY);
        }
    }

    public record ProposedResults(@Nullable String kind, @Nullable String text) {
        public ProposedResults {
            kind = clean(kind);
            text = clean(text);
        }

        Results accepted() {
            return new Results(ResultKind.parse(kind).orElseThrow(), requireNonNull(text));
        }
    }

    public record ProposedLink(@Nullable String label, @Nullable String url) {
        public ProposedLink {
            label = clean(label);
            url = clean(url);
        }

        /** A link without a label is read by its address. */
        Link accepted() {
            String target = requireNonNull(url);
            return new Link(label == null ? target : label, target);
        }
    }

    public ProposedContent {
        title = clean(title);
        preview = clean(preview);
        territory = clean(territory);
        level = clean(level);
        axes = cleanAll(axes);
        tags = cleanAll(tags);
        audience = clean(audience);
        startedOn = clean(startedOn);
        endedOn = clean(endedOn);
        problem = clean(problem);
        action = clean(action);
        partnersInvolved = cleanAll(partnersInvolved);
        difficulties = clean(difficulties);
        transfer = clean(transfer);
        links = List.copyOf(links);
    }

    /** A card that was accepted before, to be changed here and there. */
    public static ProposedContent of(Content card) {
        Means means = card.means();
        Results results = card.results();
        return new ProposedContent(
                card.title(),
                card.preview(),
                card.territory().value(),
                card.level().name(),
                card.axes().stream().map(Axis::name).toList(),
                card.tags(),
                card.audience(),
                text(card.startedOn()),
                text(card.endedOn()),
                card.problem(),
                card.action(),
                card.partnersInvolved(),
                means == null
                        ? null
                        : new ProposedMeans(text(means.euros()), text(means.fte()), means.note()),
                results == null ? null : new ProposedResults(results.kind().name(), results.text()),
                card.difficulties(),
                card.transfer(),
                card.links().stream()
                        .map(link -> new ProposedLink(link.label(), link.url()))
                        .toList(),
                true);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /**
     * The validated card.
     *
     * @throws RuntimeException if a {@link ContentPolicy} was not asked before
     */
    Content accepted() {
        return new Content(
                requireNonNull(title),
                requireNonNull(preview),
                new TerritoryCode(requireNonNull(territory)),
                Level.parse(level).orElseThrow(),
                axes.stream().distinct().map(axis -> Axis.parse(axis).orElseThrow()).toList(),
                tags.stream().distinct().toList(),
                audience,
                date(startedOn),
                date(endedOn),
                requireNonNull(problem),
                requireNonNull(action),
                partnersInvolved,
                means == null ? null : means.accepted(),
                results == null ? null : results.accepted(),
                difficulties,
                transfer,
                links.stream().map(ProposedLink::accepted).toList(),
                Content.OPEN_LICENCE);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    static @Nullable String clean(@Nullable String text) {
        if (text == null || !TextRule.isVisible(text)) {
            return null;
        }
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    private static List<String> cleanAll(List<String> texts) {
        return texts.stream().map(ProposedContent::clean).map(t -> t == null ? "" : t).toList();
    }
}
