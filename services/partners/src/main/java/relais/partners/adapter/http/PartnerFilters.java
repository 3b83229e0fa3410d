package relais.partners.adapter.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.partners.application.NameWords;
import relais.partners.application.PartnerFilter;
import relais.partners.domain.PartnerKind;
import relais.partners.domain.Refused;
import relais.territories.Territories;
import relais.territories.TerritoryId;
import relais.web.Problem;
import relais.web.Violation;

/** Reads the filters of {@code GET /partners} and names every one that is wrong. */
@Component
final class PartnerFilters {
    private static final int MAX_SEARCH = 200;
    private static final String KINDS =
            Stream.of(PartnerKind.values()).map(Enum::name).collect(Collectors.joining(", "));

    private final Territories territories;

    PartnerFilters(Territories territories) {
        this.territories = territories;
    }

    PartnerFilter of(
            @Nullable String kind,
            @Nullable String territory,
            @Nullable String q,
            @Nullable String signatory,
            @Nullable String committee) {
        List<Violation> violations = new ArrayList<>();
        Optional<PartnerKind> wantedKind = PartnerKind.named(kind);
        if (kind != null && wantedKind.isEmpty()) {
            violations.add(new Violation("kind", "one-of", KINDS));
        }
        if (territory != null && TerritoryId.read(territory).flatMap(territories::find).isEmpty()) {
            violations.add(RefusalProblems.violation(Refused.unknownTerritory(territory)));
        }
        List<String> words = q == null ? List.of() : NameWords.of(q);
        if (q != null && !q.isBlank() && (q.length() > MAX_SEARCH || words.isEmpty())) {
            violations.add(new Violation("q", "search-text", MAX_SEARCH));
        }
        Boolean signed = choice("signatory", signatory, violations);
        Boolean ofTheCommittee = choice("committee", committee, violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        return new PartnerFilter(wantedKind.orElse(null), territory, words, signed, ofTheCommittee);
    }

    private static @Nullable Boolean choice(
            String field, @Nullable String text, List<Violation> violations) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            violations.add(new Violation(field, "boolean"));
        }
        return text == null ? null : Boolean.valueOf(text);
    }
}
