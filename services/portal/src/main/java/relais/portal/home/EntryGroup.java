package relais.portal.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import relais.portal.api.CardRef;
import relais.portal.api.Entry;
import relais.portal.page.Words;

/**
 * What happened to one card on one day, in Paris: the page shows the latest of it, and the rest
 * behind it.
 */
public record EntryGroup(Entry latest, List<Entry> others) {

    private record CardDay(String card, LocalDate day) {}

    /** The groups of a list, in the order of their first entries. */
    static List<EntryGroup> of(List<Entry> entries) {
        var groups = new LinkedHashMap<CardDay, List<Entry>>();
        for (Entry entry : entries) {
            var day = LocalDate.ofInstant(entry.at(), Words.PARIS);
            groups.computeIfAbsent(new CardDay(card(entry), day), _ -> new ArrayList<>())
                    .add(entry);
        }
        return groups.values().stream()
                .map(
                        same ->
                                new EntryGroup(
                                        same.getFirst(), List.copyOf(same.subList(1, same.size()))))
                .toList();
    }

    /** A message belongs to the card that it is about. */
    private static String card(Entry entry) {
        CardRef subject = entry.subject();
        return entry.kind().equals("MESSAGE") && subject != null ? subject.id() : entry.card().id();
    }
}
