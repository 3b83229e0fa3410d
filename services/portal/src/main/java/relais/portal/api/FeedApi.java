package relais.portal.api;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * The feed service. Filters are passed as they came: the service knows which are right and says so.
 */
@HttpExchange(accept = "application/json")
public interface FeedApi extends ParkedApi, RedriveAllApi, ReadModelsApi {

    @GetExchange("/feed")
    Listing<Entry> feed(@RequestParam MultiValueMap<String, String> filter);

    /** The same as an Atom document. */
    @GetExchange(url = "/feed.atom", accept = "application/atom+xml")
    String atom(@RequestParam MultiValueMap<String, String> filter);

    @GetExchange("/facets")
    Facets facets(@RequestParam MultiValueMap<String, String> filter);

    @GetExchange("/cards")
    Listing<Card> cards(@RequestParam MultiValueMap<String, String> filter);

    /** One card, {@code asOf} or {@code atLeast} if the question says so. */
    @GetExchange("/cards/{id}")
    Card card(@PathVariable String id, @RequestParam MultiValueMap<String, String> when);

    /** Experiences that resemble one; {@code asOf}, {@code limit}. */
    @GetExchange("/cards/{id}/similar")
    SimilarExperiences similar(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> when);

    /** An axis of the charter; {@code asOf}, {@code limit}. */
    @GetExchange("/axes/{axis}")
    AxisPage axis(@PathVariable String axis, @RequestParam MultiValueMap<String, String> when);

    @GetExchange("/cards/{id}/versions")
    Listing<Card> versions(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> parameters);

    /** What an experience comes from and what came of it; {@code asOf}. */
    @GetExchange("/cards/{id}/lineage")
    AdoptionChain lineage(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> when);

    /** What a territory adopted and what was adopted from it; {@code asOf}, {@code limit}. */
    @GetExchange("/territories/{id}/adoptions")
    TerritoryExchanges exchanges(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> question);

    @GetExchange("/cards/{id}/diff")
    Diff diff(@PathVariable String id, @RequestParam long from, @RequestParam long to);

    /** What happened since the last working day; {@code since}, {@code until}, {@code limit}. */
    @GetExchange("/working-days/{id}/report")
    DayReport report(@PathVariable String id, @RequestParam MultiValueMap<String, String> question);
}
