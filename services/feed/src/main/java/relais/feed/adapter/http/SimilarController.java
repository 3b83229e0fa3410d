package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.feed.projection.Card;
import relais.feed.projection.ExperienceCard;
import relais.feed.query.Cards;
import relais.feed.query.Reader;
import relais.feed.query.Redaction;
import relais.feed.query.ShownCard;
import relais.feed.query.SimilarCards;
import relais.feed.query.SimilarCards.SimilarCard;
import relais.territories.Territories;
import relais.web.Caller;
import relais.web.Problem;

/** Experiences that resemble one. */
@RestController
@Tag(name = "cards")
record SimilarController(
        Readers readers,
        FilterReader filters,
        Cards cards,
        CardViews views,
        Territories territories) {

    private static final String USUAL = "6";
    private static final int MOST = 20;

    /** A list that is whole: the best of it. */
    @Schema(name = "SimilarExperiences")
    record SimilarPage(List<SimilarView> items) {}

    /** One that resembles, and why it is shown. */
    @Schema(name = "SimilarExperience")
    record SimilarView(
            CardView card,
            @Schema(description = "Axes that both are on") List<String> axes,
            @Schema(description = "Tags that both have") List<String> tags,
            @Schema(description = "Whether both are of one school level") boolean sameLevel,
            @Schema(
                            description =
                                    "Whether their territories are of one kind, and the larger has"
                                            + " at most twice the inhabitants")
                    boolean similarSize,
            @Schema(description = "Whether both lie in one département") boolean sameDepartement) {

        static SimilarView of(SimilarCard similar, CardView card) {
            return new SimilarView(
                    card,
                    similar.axes(),
                    similar.tags(),
                    similar.sameLevel(),
                    similar.similarSize(),
                    similar.sameDepartement());
        }
    }

    @GetMapping(path = "/cards/{id}/similar", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Published experiences that resemble one, and in what",
            description =
                    "By shared tags, axes, level, size of territory and département, the most"
                            + " alike first, of the latest 60 with one of its tags and the latest"
                            + " 60 of its level on one of its axes. A card of another kind, or"
                            + " whose text is hidden, has none.")
    SimilarPage similar(
            @PathVariable String id,
            @Parameter(description = "As it was at that instant, or at the end of that day")
                    @RequestParam(required = false)
                    @Nullable String asOf,
            @Parameter(description = "At most so many, from 1 to 20")
                    @RequestParam(defaultValue = USUAL)
                    String limit,
            Optional<Caller> caller) {
        Instant at = filters.asOf(asOf);
        int most = limit(limit);
        Reader reader = readers.of(caller);
        ShownCard shown =
                cards.find(id, at)
                        .flatMap(stored -> Redaction.show(stored, reader))
                        .orElseThrow(() -> Problem.notFound(id).exception());
        Card card = shown.card();
        if (!(card instanceof ExperienceCard experience) || shown.textHidden()) {
            return new SimilarPage(List.of());
        }
        List<SimilarCard> similar =
                new SimilarCards(cards, territories).to(experience, reader, at, most);
        Map<String, CardView> shownById =
                views.list(similar.stream().map(SimilarCard::card).toList(), at, reader).stream()
                        .collect(Collectors.toMap(CardView::id, Function.identity()));
        return new SimilarPage(
                similar.stream()
                        .filter(each -> shownById.containsKey(id(each)))
                        .map(
                                each ->
                                        SimilarView.of(
                                                each,
                                                Objects.requireNonNull(shownById.get(id(each)))))
                        .toList());
    }

    private static String id(SimilarCard similar) {
        return similar.card().card().aggregateId();
    }

    private static int limit(String raw) {
        if (!raw.matches("[1-9]|1[0-9]|20")) {
            throw Problem.invalid("limit", "between", 1, MOST).exception();
        }
        return Integer.parseInt(raw);
    }
}
