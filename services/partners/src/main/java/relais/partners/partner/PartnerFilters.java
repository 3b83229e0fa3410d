package relais.partners.partner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.aggregates.http.RefusalProblems;
import relais.territories.Territories;
import relais.territories.TerritoryId;
import relais.web.Problem;
import relais.web.Violation;

/** Reads the filters of {@code GET /partners} and names every one that is wrong. */
@Component
record PartnerFilters(Territories territories) {

    private static final int MAX_SEARCH = 200;
    private static final String KINDS =
            Stream.of(PartnerKind.values()).map(Enum::name).collect(Collectors.joining(", "));

    /** The condition on {@code state.*}; what is absent does not filter. */
    Document of(
            @Nullable String kind,
            @Nullable String territory,
            @Nullable String q,
            @Nullable String signatory,
            @Nullable String committee) {
        List<Violation> violations = new ArrayList<>();
        Document filter = new Document();
        if (kind != null) {
            if (Arrays.stream(PartnerKind.values()).noneMatch(each -> each.name().equals(kind))) {
                violations.add(new Violation("kind", "one-of", KINDS));
            }
            filter.append("state.kind", kind);
        }
        if (territory != null) {
            if (TerritoryId.read(territory).flatMap(territories::find).isEmpty()) {
                violations.add(
                        RefusalProblems.violation(
                                PartnerProblems.quoted(PartnerFields.unknownTerritory(territory))));
            }
            filter.append("state.territories", territory);
        }
        words(q, violations, filter);
        if (isChoice("signatory", signatory, violations)) {
            filter.append(
                    "state.charterSignedOn",
                    new Document("$exists", Boolean.parseBoolean(signatory)));
        }
        if (isChoice("committee", committee, violations)) {
            filter.append(
                    "state.committee",
                    Boolean.parseBoolean(committee) ? true : new Document("$exists", false));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        return filter;
    }

    /** Words hold letters and digits only, so that none can be an expression of its own. */
    private static void words(@Nullable String q, List<Violation> violations, Document filter) {
        if (q == null || q.isBlank()) {
            return;
        }
        List<Pattern> beginnings =
                NameWords.of(q).stream().map(word -> Pattern.compile("^" + word)).toList();
        if (q.length() > MAX_SEARCH || beginnings.isEmpty()) {
            violations.add(new Violation("q", "search-text", MAX_SEARCH));
        }
        filter.append("state.words", new Document("$all", beginnings));
    }

    private static boolean isChoice(
            String field, @Nullable String text, List<Violation> violations) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            violations.add(new Violation(field, "boolean"));
        }
        return text != null;
    }
}
