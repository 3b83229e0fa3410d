package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.feed.projection.Kind;
import relais.feed.query.Cards;
import relais.feed.query.Lineage;
import relais.feed.query.Reader;
import relais.feed.query.Redaction;
import relais.feed.query.TerritoryAdoptions;
import relais.territories.Territories;
import relais.territories.TerritoryId;
import relais.web.Caller;
import relais.web.Limits;
import relais.web.Problem;

/** How experiences go from territory to territory. */
@RestController
@Tag(name = "cards")
record LineageController(
        Readers readers, FilterReader filters, Cards cards, Territories territories) {

    @GetMapping(path = "/cards/{id}/lineage", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What an experience comes from and what came of it, over generations",
            description =
                    "By the adoptions whose adopter named an experience of its own. At most four"
                            + " generations either way, 40 experiences and 80 adoptions; complete"
                            + " says whether that is all.")
    LineageView lineage(
            @PathVariable String id,
            @Parameter(description = "As it was at that instant, or at the end of that day")
                    @RequestParam(required = false)
                    @Nullable String asOf,
            Optional<Caller> caller) {
        Instant at = filters.asOf(asOf);
        Reader reader = readers.of(caller);
        Lineage lineage =
                cards.find(id, at)
                        .flatMap(stored -> Redaction.show(stored, reader))
                        .filter(shown -> shown.card().kind() == Kind.EXPERIENCE)
                        .map(shown -> Lineage.of(shown, cards, reader, at))
                        .orElseThrow(() -> Problem.notFound(id).exception());
        Set<String> partners = new HashSet<>();
        lineage.generations().keySet().stream()
                .flatMap(each -> Stream.ofNullable(each.card().partner()))
                .forEach(partners::add);
        lineage.links().forEach(link -> partners.add(link.adoption().partner()));
        return LineageView.of(lineage, names(partners, at));
    }

    @GetMapping(path = "/territories/{id}/adoptions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What a territory adopted from elsewhere, and who elsewhere adopted from it",
            description =
                    "Of published experiences, the latest adoption first, up to limit each way;"
                            + " complete says whether that is all. Nothing for the whole country.")
    AdoptionsOfTerritory adoptions(
            @Parameter(example = "departement:45") @PathVariable String id,
            @Parameter(description = "As it was at that instant, or at the end of that day")
                    @RequestParam(required = false)
                    @Nullable String asOf,
            @RequestParam(required = false) @Nullable String limit) {
        TerritoryId territory =
                TerritoryId.read(id)
                        .filter(each -> territories.find(each).isPresent())
                        .orElseThrow(() -> Problem.notFound(id).exception());
        Instant at = filters.asOf(asOf);
        int size = Limits.limit(limit);
        if (territory.equals(TerritoryId.FRANCE)) {
            return new AdoptionsOfTerritory(List.of(), List.of(), true);
        }
        String asked = territory.toString();
        TerritoryAdoptions found =
                TerritoryAdoptions.of(asked, inside -> isInside(inside, asked), cards, at, size);
        Set<String> partners = new HashSet<>();
        Stream.of(found.taken(), found.given())
                .flatMap(List::stream)
                .forEach(
                        each -> {
                            partners.add(each.experience().partner());
                            partners.add(each.adoption().partner());
                        });
        Names names = names(partners, at);
        return new AdoptionsOfTerritory(
                each(found.taken(), names), each(found.given(), names), found.complete());
    }

    /**
     * Adoptions by its partners of what was done elsewhere, and elsewhere of what was done here.
     */
    record AdoptionsOfTerritory(
            List<LineageView.Adopted> taken, List<LineageView.Adopted> given, boolean complete) {}

    private boolean isInside(String territory, String outer) {
        return TerritoryId.read(territory)
                .map(territories::reach)
                .orElse(Set.of(territory))
                .contains(outer);
    }

    private static List<LineageView.Adopted> each(
            List<TerritoryAdoptions.Taken> taken, Names names) {
        return taken.stream()
                .map(each -> LineageView.Adopted.of(each.experience(), each.adoption(), names))
                .toList();
    }

    private Names names(Set<String> partners, @Nullable Instant at) {
        return new Names(territories, cards.partnerNames(partners, at), Map.of());
    }
}
