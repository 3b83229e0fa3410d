package relais.territories;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.territories.NameIndex.Named;

/** Finds territories by what people type: a part of a name, a code, an address. */
final class TerritorySearch {

    /** {@code 25000 besancon} or {@code besancon 25000}, folded. */
    private static final Pattern ADDRESS = Pattern.compile("(\\d{5})? ?(\\D*[^\\d ]) ?(\\d{5})?");

    private final Reference reference;
    private final Function<TerritoryId, Optional<Territory>> find;
    private final Supplier<Stream<Named>> all;

    private @Nullable NameIndex names;

    TerritorySearch(
            Reference reference,
            Function<TerritoryId, Optional<Territory>> find,
            Supplier<Stream<Named>> all) {
        this.reference = reference;
        this.find = find;
        this.all = all;
    }

    List<Territory> find(String typed, Predicate<Territory> wanted, int limit) {
        List<TerritoryId> codes = TypedCode.meant(typed);
        if (!codes.isEmpty()) {
            return byCode(typed.strip(), codes, wanted, limit);
        }
        Matcher address = ADDRESS.matcher(FoldedText.of(typed));
        if (address.matches() && (address.group(1) == null) != (address.group(3) == null)) {
            String code = address.group(1) == null ? address.group(3) : address.group(1);
            Set<TerritoryId> there =
                    inPostalCode(code).map(Territory::id).collect(Collectors.toSet());
            return names().find(
                            address.group(2),
                            wanted.and(territory -> there.contains(territory.id())),
                            limit);
        }
        return names().find(typed, wanted, limit);
    }

    /**
     * A person who types five digits rather means an address than the code of a commune: both are
     * found, and of an address that is not known, its département.
     */
    private List<Territory> byCode(
            String typed, List<TerritoryId> codes, Predicate<Territory> wanted, int limit) {
        Stream<Territory> exact = codes.stream().limit(1).flatMap(id -> find.apply(id).stream());
        var seen = new HashSet<TerritoryId>();
        List<Territory> found =
                Stream.concat(inPostalCode(typed), exact)
                        .filter(wanted)
                        .filter(territory -> seen.add(territory.id()))
                        .limit(limit)
                        .toList();
        return found.isEmpty()
                ? codes.stream()
                        .skip(1)
                        .flatMap(id -> find.apply(id).stream())
                        .filter(wanted)
                        .toList()
                : found;
    }

    private Stream<Territory> inPostalCode(String code) {
        return reference
                .postalCodes
                .communes(code)
                .mapToObj(reference.communes::territory)
                .sorted(NameIndex.LARGER_FIRST);
    }

    /** Made by the first search: services that never search neither wait for it nor keep it. */
    private synchronized NameIndex names() {
        NameIndex known = names;
        if (known == null) {
            known = new NameIndex(all.get());
            names = known;
        }
        return known;
    }
}
