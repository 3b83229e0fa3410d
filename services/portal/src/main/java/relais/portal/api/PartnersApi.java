package relais.portal.api;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The service of partners and of the territories they belong to. */
@HttpExchange(accept = "application/json")
public interface PartnersApi {

    /** Territories whose name begins with {@code q}; {@code limit}, {@code asOf} a past day. */
    @GetExchange("/territories")
    Listing<TerritoryEntry> territories(@RequestParam MultiValueMap<String, String> question);

    @GetExchange("/territories/{id}")
    TerritoryEntry territory(@PathVariable String id);

    /** The same with what it became, {@code asOf} a day or an instant. */
    @GetExchange("/territories/{id}")
    TerritoryDetails territory(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> when);

    /** What lies around it; {@code asOf}, {@code limit}. */
    @GetExchange("/territories/{id}/neighbours")
    Neighbourhood neighbours(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> question);

    /**
     * Partners by id; with {@code q} by the beginnings of words of their names.
     *
     * @param question {@code kind}, {@code territory}, {@code q}, {@code committee}, {@code limit},
     *     {@code cursor}
     */
    @GetExchange("/partners")
    Listing<PartnerDetails> partners(@RequestParam MultiValueMap<String, String> question);

    @GetExchange("/partners/{id}")
    PartnerDetails partner(@PathVariable String id);
}
