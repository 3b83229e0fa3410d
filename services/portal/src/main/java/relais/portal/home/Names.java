package relais.portal.home;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import relais.portal.naming.NameBook;
import relais.portal.naming.Naming;
import relais.portal.page.Words;

/** How people call what the feed is narrowed by. What cannot be found out goes by its code. */
@Component
record Names(Naming naming, Words words) {

    PendingNames ask(FeedQuery query) {
        return new PendingNames(
                query,
                naming.begin(Arrays.asList(query.get("territory"), query.get("partner"))),
                words);
    }

    record PendingNames(FeedQuery query, Supplier<NameBook> names, Words words) {

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

        /** What it is narrowed to: « Collège · Nouveaux usages »; empty for nothing. */
        String narrowed() {
            return String.join(" · ", query.active().stream().map(this::words).toList());
        }

        String words(String name) {
            String value = Objects.requireNonNullElse(query.get(name), "");
            return switch (name) {
                case "territory", "partner" -> names.get().of(value);
                case "from", "to" -> value.indexOf('T') < 0 ? words.typed(value) : value;
                case "level", "axis", "kind", "status", "audience", "cost", "results" ->
                        words.code(name, value);
                default -> value;
            };
        }
    }
}
