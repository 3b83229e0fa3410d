package relais.portal.naming;

import java.text.Collator;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import relais.portal.api.Named;
import relais.portal.api.PartnersApi;
import relais.portal.api.TerritoryEntry;
import relais.portal.call.Remote;
import relais.portal.page.Words;

/**
 * What territories are called in lists and fields: « Besançon (Commune, Doubs) », since a name
 * alone may be that of several; in templates {@code ${@placeNames…}}.
 */
@Component("placeNames")
public record PlaceNames(Remote<PartnersApi> partners, Words words) {

    private static final Pattern QUALIFIED = Pattern.compile("\\s*\\([^()]*\\)\\s*$");
    private static final Pattern ADDRESS = Pattern.compile("\\d{5}");
    private static final String DEPARTEMENT = "departement";
    private static final String COMMUNE = "commune";

    /** Those that a question finds; homonyms of one département have their code, too. */
    List<Named> found(MultiValueMap<String, String> question) {
        return named(partners.list(api -> api.territories(question)));
    }

    /** The label of a code; the code if its territory cannot be asked for. */
    String of(String code) {
        return partners.ask(api -> api.territory(code)).content().map(this::label).orElse(code);
    }

    /**
     * Whether somebody typed a postal code that no commune has, that of a business (CEDEX) say, so
     * that all that is found is a département.
     */
    public static boolean isUnknownAddress(String typed, Collection<String> found) {
        return ADDRESS.matcher(typed.strip()).matches()
                && !found.isEmpty()
                && found.stream().allMatch(id -> id.startsWith(DEPARTEMENT + ":"));
    }

    /** What tells a territory from its homonyms: « Commune, Doubs ». */
    public String kind(TerritoryEntry territory) {
        return qualifier(territory.scheme(), territory.departement());
    }

    private List<Named> named(List<TerritoryEntry> found) {
        Map<String, Long> bearers =
                found.stream().collect(Collectors.groupingBy(this::label, Collectors.counting()));
        Function<TerritoryEntry, String> label =
                each ->
                        bearers.getOrDefault(label(each), 0L) > 1
                                ? each.name() + " (" + kind(each) + ", " + each.code() + ")"
                                : label(each);
        return found.stream().map(each -> new Named(each.id(), label.apply(each))).toList();
    }

    private String label(TerritoryEntry territory) {
        String departement =
                territory.departement() != null || !territory.scheme().equals(COMMUNE)
                        ? territory.departement()
                        : territory.ancestors().stream()
                                .filter(each -> each.scheme().equals(DEPARTEMENT))
                                .map(TerritoryEntry::name)
                                .findFirst()
                                .orElse(null);
        return territory.name() + " (" + qualifier(territory.scheme(), departement) + ")";
    }

    private String qualifier(String scheme, @Nullable String departement) {
        String kind = words.code("scheme", scheme);
        return departement == null ? kind : kind + ", " + departement;
    }

    /** The name without what tells it from homonyms. */
    static String bare(String label) {
        return QUALIFIED.matcher(label).replaceFirst("");
    }

    /** Whatever the case and the accents. */
    static boolean same(String one, String other) {
        Collator collator = Collator.getInstance(Locale.FRENCH);
        collator.setStrength(Collator.PRIMARY);
        return collator.equals(one, other);
    }
}
