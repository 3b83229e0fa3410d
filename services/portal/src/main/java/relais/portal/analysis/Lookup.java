package relais.portal.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.Named;
import relais.portal.naming.Naming;
import relais.portal.naming.Picks;
import relais.portal.page.Exchange;
import relais.portal.page.Question;

/**
 * Territories and partners by what people call them: services want codes, and nobody knows those by
 * heart.
 */
@Component
public record Lookup(Picks picks, Naming naming) {

    private static final Pattern TERRITORY = Pattern.compile("[a-z]+:[A-Za-z0-9]+");
    private static final Pattern PARTNER = Pattern.compile("p-[a-z0-9-]+");
    private static final int FEW = 10;

    /** What somebody may have meant who typed a name, and the same page with it. */
    public record Suggestion(String label, String link) {}

    /**
     * A question whose names have been looked up.
     *
     * @param question with codes in the place of the names that are sure
     * @param unsure name of the field that could not be made sure; empty if there is none
     * @param suggestions for that field; empty if nothing is called so
     */
    public record ResolvedQuestion(Question question, String unsure, List<Suggestion> suggestions) {

        public boolean isSure() {
            return unsure.isEmpty();
        }
    }

    /** Puts codes in the place of names; the path is that of the page that asks. */
    Optional<Question> ask(Exchange exchange, Question question, String path) {
        ResolvedQuestion found = resolve(question, path);
        exchange.add("question", found.question()).add("found", found);
        exchange.add("form", found.question().form());
        return found.isSure() ? Optional.of(found.question()) : Optional.empty();
    }

    /** What a page calls its territories and the titles of everything else. */
    void addNames(Exchange exchange, Collection<@Nullable String> ids) {
        Map<String, String> names = naming.of(ids).names();
        exchange.add("territories", names).add("titles", names);
    }

    /** Puts codes in the place of names. */
    ResolvedQuestion resolve(Question question, String path) {
        String territory = question.text("territory");
        if (!territory.isEmpty() && !TERRITORY.matcher(territory).matches()) {
            ResolvedQuestion found =
                    settle(question, "territory", path, picks.meantTerritories(territory));
            if (!found.isSure()) {
                return found;
            }
            return resolve(found.question(), path);
        }
        String partner = question.text("partner");
        if (!partner.isEmpty() && !PARTNER.matcher(partner).matches()) {
            return settle(question, "partner", path, picks.meantPartners(partner));
        }
        return new ResolvedQuestion(question, "", List.of());
    }

    private ResolvedQuestion settle(
            Question question, String name, String path, List<Named> meant) {
        if (meant.size() == 1) {
            return new ResolvedQuestion(question.with(name, meant.getFirst().id()), "", List.of());
        }
        List<Suggestion> linked =
                meant.stream()
                        .limit(FEW)
                        .map(
                                each ->
                                        new Suggestion(
                                                each.name(),
                                                question.with(name, each.id()).link(path)))
                        .toList();
        return new ResolvedQuestion(question, name, linked);
    }
}
