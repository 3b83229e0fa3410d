package relais.feed.adapter.http;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Card;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.MessageCard;
import relais.feed.projection.Reference;
import relais.feed.projection.Reference.To;

/** Whom and what cards speak of by id: what names are to be found for, all at once. */
final class Mentions {

    private final Map<To, Set<String>> ids = new EnumMap<>(To.class);
    private final Set<String> versions = new HashSet<>();

    Set<String> partners() {
        return of(To.PARTNER);
    }

    Set<String> cards() {
        return of(To.CARD);
    }

    /** Versions of cards, as {@code id:version}. */
    Set<String> versions() {
        return versions;
    }

    /**
     * Adds what a card speaks of.
     *
     * @param details whether the whole card is shown, and not only what a list shows
     */
    void add(Card card, boolean details) {
        add(To.PARTNER, card.partner());
        if (card instanceof MessageCard message) {
            cards().add(message.posting().subject());
        }
        if (!details) {
            return;
        }
        references((Record) card);
        if (card instanceof ContributionCard contribution) {
            contribution
                    .evidence()
                    .forEach(cited -> versions.add(cited.experience() + ":" + cited.version()));
        }
    }

    private void references(Record holder) {
        for (Component component : COMPONENTS.get(holder.getClass())) {
            Object value = component.value(holder);
            if (component.to() != null) {
                add(component.to(), value);
            } else if (value instanceof Record nested) {
                references(nested);
            } else if (value instanceof List<?> list) {
                list.forEach(
                        each -> {
                            if (each instanceof Record nested) {
                                references(nested);
                            }
                        });
            }
        }
    }

    /** Those of a record that can refer to something. Asking a class for them copies them. */
    private static final ClassValue<List<Component>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected List<Component> computeValue(Class<?> type) {
                    return Stream.of(type.getRecordComponents())
                            .map(Component::of)
                            .filter(Component::canRefer)
                            .toList();
                }
            };

    /**
     * One of a record.
     *
     * @param to null if it does not refer itself
     */
    private record Component(@Nullable To to, Class<?> type, Method accessor) {

        static Component of(RecordComponent component) {
            Reference reference = component.getAnnotation(Reference.class);
            return new Component(
                    reference == null ? null : reference.value(),
                    component.getType(),
                    component.getAccessor());
        }

        boolean canRefer() {
            return to != null || type.isRecord() || type == List.class;
        }

        @Nullable Object value(Record holder) {
            try {
                return accessor.invoke(holder);
            } catch (ReflectiveOperationException notPublic) {
                throw new IllegalStateException(accessor + " cannot be called", notPublic);
            }
        }
    }

    private void add(To to, @Nullable Object value) {
        if (value instanceof Collection<?> several) {
            several.forEach(id -> of(to).add((String) id));
        } else if (value != null) {
            of(to).add((String) value);
        }
    }

    private Set<String> of(To to) {
        return ids.computeIfAbsent(to, _ -> new HashSet<>());
    }
}
