package relais.portal.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.AdoptionChain;
import relais.portal.api.Card;
import relais.portal.api.ExperienceContent;
import relais.portal.page.Crumb;
import relais.portal.page.Exchange;
import relais.portal.page.LinkedData;
import relais.portal.page.PublicAddress;
import relais.portal.page.Shared;
import relais.portal.page.Words;

/** What the page of a card tells whoever links to it, and the way to it. */
@Component
record SharedCards(Words words, LinkedData data, PublicAddress address) {

    private static final String NAME = "name";
    private static final String LICENCE = "https://spdx.org/licenses/etalab-2.0.html";

    /**
     * @param chain what an experience comes from; null for a card of another kind
     */
    void add(Exchange exchange, Card card, @Nullable AdoptionChain chain) {
        String title = title(card);
        exchange.add(Crumb.TRAIL, Crumb.and(way(card), Crumb.here(title, card.title() != null)));
        if (card.kind().equals("MESSAGE")) {
            return;
        }
        boolean isPartner = card.kind().equals("PARTNER");
        String path = (isPartner ? "/partenaires/" : "/cards/") + card.id();
        ExperienceContent.Picture picture = picture(card);
        exchange.add(
                Shared.ATTRIBUTE,
                new Shared(
                        title + " · Relais",
                        card.preview(),
                        path,
                        isPartner ? "profile" : "article",
                        picture == null ? null : picture.path("large"),
                        !card.textHidden() && !isPartner,
                        card.textHidden() ? null : linkedData(card, title, path, chain)));
    }

    /** The first of what it shows; null if there is none. */
    private static ExperienceContent.@Nullable Picture picture(Card card) {
        return card.textHidden() || card.glance() == null ? null : card.glance().picture();
    }

    String title(Card card) {
        return card.title() == null ? words.code("kind", card.kind()) : card.title();
    }

    /** By the list that it is in, or the territory that it is of. */
    List<Crumb> way(Card card) {
        return switch (card.kind()) {
            case "EXPERIENCE" ->
                    List.of(Crumb.to(words.message("share.experiences"), "/experiences"));
            case "CONTRIBUTION", "OBJECTIVE", "ACTION" ->
                    List.of(Crumb.to(words.message("share.texts"), "/textes"));
            default ->
                    List.of(
                            Crumb.to(words.message("places.title"), "/territoires"),
                            Crumb.named(
                                    card.territory().name(),
                                    "/territoires/" + card.territory().id()));
        };
    }

    private @Nullable String linkedData(
            Card card, String title, String path, @Nullable AdoptionChain chain) {
        var said = new LinkedHashMap<String, Object>();
        said.put(NAME, title);
        said.put("url", address.of(path));
        if (card.preview() != null) {
            said.put("abstract", card.preview());
        }
        return switch (card.kind()) {
            case "EXPERIENCE", "CONTRIBUTION" -> {
                said.put("inLanguage", "fr");
                said.put("dateModified", card.updatedAt().toString());
                if (card.publishedAt() != null) {
                    said.put("datePublished", card.publishedAt().toString());
                }
                if (card.partner() != null) {
                    said.put(
                            "author",
                            typed(
                                    "Organization",
                                    card.partner().name(),
                                    "/partenaires/" + card.partner().id()));
                }
                said.put(
                        "contentLocation",
                        typed(
                                "AdministrativeArea",
                                card.territory().name(),
                                "/territoires/" + card.territory().id()));
                ExperienceContent.Picture picture = picture(card);
                if (picture != null) {
                    said.put("image", address.of(picture.path("large")));
                }
                if (!card.tags().isEmpty()) {
                    said.put("keywords", card.tags());
                }
                if (card.experience() != null && card.experience().licence() != null) {
                    said.put("license", LICENCE);
                }
                if (chain != null && !chain.sources().isEmpty()) {
                    said.put(
                            "isBasedOn",
                            chain.sources().stream()
                                    .map(source -> address.of("/cards/" + source.id()))
                                    .toList());
                }
                yield data.of("CreativeWork", said);
            }
            case "PARTNER" -> data.of("Organization", said);
            case "WORKING_DAY" -> {
                if (card.workingDay() != null) {
                    said.put("startDate", card.workingDay().date().toString());
                }
                yield data.of("Event", said);
            }
            default -> null;
        };
    }

    private Map<String, Object> typed(String type, String name, String path) {
        return Map.of("@type", type, NAME, name, "url", address.of(path));
    }
}
