package relais.experiences.experience;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.experiences.experience.ProposedContent.ProposedLink;
import relais.experiences.experience.ProposedContent.ProposedResults;

/**
 * What can be kept as a draft: anything unfinished or wrong, but nothing endless, and nothing that
 * would come back otherwise than it was typed.
 */
public final class DraftPolicy {

    private static final int MAX_ENTRIES = 50;
    private static final TextRule TEXT = TextRule.text(ContentPolicy.MAX_TEXT);

    private DraftPolicy() {}

    /** Names every field that cannot be kept; empty if the draft can. */
    public static Stream<Refusal> refusals(ProposedCard proposed) {
        ProposedContent card = proposed.content();
        Contact contact = proposed.contact();
        Stream<Refusal> ofContact = contact == null ? Stream.empty() : contact.refusals();
        return Stream.concat(ofContent(card, proposed.competentPartner()), ofContact);
    }

    private static Stream<Refusal> ofContent(
            ProposedContent card, @Nullable String competentPartner) {
        ProposedResults results = card.results();
        return Stream.of(
                        TEXT.check("title", card.title()),
                        TEXT.check("preview", card.preview()),
                        TEXT.check("territory", card.territory()),
                        TEXT.check("level", card.level()),
                        each("axes", "", card.axes(), text -> text),
                        each("tags", "", card.tags(), text -> text),
                        TEXT.check("audience", card.audience()),
                        TEXT.check("startedOn", card.startedOn()),
                        TEXT.check("endedOn", card.endedOn()),
                        TEXT.check("problem", card.problem()),
                        TEXT.check("action", card.action()),
                        each("partnersInvolved", "", card.partnersInvolved(), text -> text),
                        ContentPolicy.means(card),
                        results == null
                                ? Stream.<Refusal>empty()
                                : Stream.concat(
                                        TEXT.check("results.kind", results.kind()),
                                        TEXT.check("results.text", results.text())),
                        TEXT.check("difficulties", card.difficulties()),
                        TEXT.check("transfer", card.transfer()),
                        each("links", ".label", card.links(), ProposedLink::label),
                        each("links", ".url", card.links(), ProposedLink::url),
                        TEXT.check("competentPartner", competentPartner))
                .flatMap(refusals -> refusals)
                .distinct();
    }

    private static <T> Stream<Refusal> each(
            String field, String part, List<T> entries, Function<T, @Nullable String> text) {
        if (entries.size() > MAX_ENTRIES) {
            return Stream.of(Refusal.invalid(field, "too-many", MAX_ENTRIES));
        }
        return IntStream.range(0, entries.size())
                .boxed()
                .flatMap(i -> TEXT.check(field + "[" + i + "]" + part, text.apply(entries.get(i))));
    }
}
