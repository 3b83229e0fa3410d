package relais.experiences.experience;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.codec.Handles;
import relais.experiences.experience.ProposedContent.ProposedMeans;

/**
 * What can be kept as a draft: anything unfinished or wrong, but nothing endless, and nothing that
 * would come back otherwise than it was typed.
 */
public final class DraftPolicy {

    private static final int MAX_ENTRIES = 50;
    private static final TextRule TEXT = TextRule.text(ContentPolicy.MAX_TEXT);

    private DraftPolicy() {}

    /** Names every field that cannot be kept; empty if the draft can. */
    public static Stream<Refusal> refusals(ProposedCard card) {
        Contact contact = card.contact();
        return Refusal.all(
                fields("", card.content()),
                TEXT.check("competentPartner", card.competentPartner()),
                contact == null ? Stream.<Refusal>empty() : contact.refusals());
    }

    private static Stream<Refusal> fields(String prefix, Record part) {
        return Stream.of(part.getClass().getRecordComponents())
                .flatMap(component -> check(prefix + component.getName(), value(component, part)));
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        return Handles.getter(component.getAccessor()).apply(of);
    }

    private static int most(String field) {
        return field.equals("pictures") || field.equals("documents")
                ? FilePolicy.MOST
                : MAX_ENTRIES;
    }

    private static Stream<Refusal> check(String field, @Nullable Object value) {
        return switch (value) {
            case String text -> TEXT.check(field, text);
            case ProposedMeans means -> ContentPolicy.means(means);
            case Record part -> fields(field + ".", part);
            case List<?> entries -> Refusal.each(field, entries, most(field), DraftPolicy::check);
            case null, default -> Stream.empty();
        };
    }
}
