package relais.portal.home;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import relais.portal.api.Card;
import relais.portal.api.FeedApi;
import relais.portal.api.PartnersApi;
import relais.portal.api.TerritoryEntry;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.page.Words;

/** How people call what the feed is narrowed by. What cannot be found out goes by its code. */
@Component
record Names(FeedApi feed, PartnersApi partners, Calls calls, Words words) {

    private static final int MOST = 20;

    /** Begins to ask for the names that a question needs. */
    Asked ask(FeedQuery query) {
        String territory = query.get("territory");
        String partner = query.get("partner");
        return new Asked(
                query,
                territory == null
                        ? null
                        : calls.start(Service.PARTNERS, () -> partners.territory(territory)),
                partner == null
                        ? null
                        : calls.start(
                                Service.FEED,
                                () -> feed.card(partner, new LinkedMultiValueMap<>())));
    }

    /** Names of territories by their codes; those that cannot be found out are left out. */
    Map<String, String> territories(Collection<String> codes) {
        var asked = new LinkedHashMap<String, Pending<TerritoryEntry>>();
        codes.stream()
                .limit(MOST)
                .forEach(
                        code ->
                                asked.put(
                                        code,
                                        calls.start(
                                                Service.PARTNERS, () -> partners.territory(code))));
        var names = new LinkedHashMap<String, String>();
        asked.forEach((code, answer) -> names.put(code, territoryName(answer, code)));
        return names;
    }

    /** Names that were asked for. */
    final class Asked {

        private final FeedQuery query;
        private final @Nullable Pending<TerritoryEntry> territory;
        private final @Nullable Pending<Card> partner;

        private Asked(
                FeedQuery query,
                @Nullable Pending<TerritoryEntry> territory,
                @Nullable Pending<Card> partner) {
            this.query = query;
            this.territory = territory;
            this.partner = partner;
        }

        /** How the feed is called that the question narrows: « Relais · Besançon · Usages ». */
        String title() {
            List<String> parts = new ArrayList<>();
            parts.add("Relais");
            List<String> active = query.active();
            if (active.isEmpty()) {
                parts.add(words.message("feed.title"));
            }
            active.forEach(name -> parts.add(words(name)));
            return String.join(" · ", parts);
        }

        /** Of a filter in use. */
        String words(String name) {
            String value = Objects.requireNonNullElse(query.get(name), "");
            return switch (name) {
                case "territory" -> territory == null ? value : territoryName(territory, value);
                case "partner" -> partner == null ? value : partnerName(partner, value);
                case "from", "to" -> day(value);
                case "level", "axis", "kind", "status" -> words.code(name, value);
                default -> value;
            };
        }

        private String day(String value) {
            try {
                return words.day(LocalDate.parse(value));
            } catch (DateTimeParseException anInstant) {
                return value;
            }
        }
    }

    private static String territoryName(Pending<TerritoryEntry> asked, String code) {
        Answer<TerritoryEntry> answer = asked.answer();
        return answer.content()
                .map(TerritoryEntry::name)
                .filter(name -> !name.isEmpty())
                .orElse(code);
    }

    private static String partnerName(Pending<Card> asked, String id) {
        String title = asked.answer().content().map(Card::title).orElse(null);
        return title == null ? id : title;
    }
}
