package relais.feed.adapter.http;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.feed.projection.ActionCard;
import relais.feed.projection.Card;
import relais.feed.projection.Headline;
import relais.feed.projection.WorkingDayCard;
import relais.feed.query.Activities;
import relais.feed.query.CardDiff;
import relais.feed.query.CardOrder;
import relais.feed.query.Cards;
import relais.feed.query.Filter;
import relais.feed.query.Reader;
import relais.feed.query.Redaction;
import relais.feed.query.ShownCard;
import relais.feed.query.StoredCard;
import relais.feed.query.Vocabulary;
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;

/** Cards: now, at a past instant, and from version to version. */
@RestController
@Tag(name = "cards")
record CardController(
        Readers readers,
        FilterReader filters,
        Cards cards,
        CardViews views,
        Activities activities,
        EntryViews entries,
        Vocabulary vocabulary,
        ReadYourWrite readYourWrite) {

    private static final String VERSIONS = "versions";

    @GetMapping(path = "/cards", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Cards, the latest first: by date of publication, or of submission until then",
            description =
                    "Experiences also by the number of adoptions that have not ended, and by cost.")
    FoundPage<CardView> list(
            FilterParameters parameters,
            CardParameters ofCards,
            CardPaging paging,
            Optional<Caller> caller) {
        Filter asked = filters.read(parameters, ofCards);
        Reader reader = readers.of(caller);
        SearchedList.SearchPage<StoredCard> found =
                searched(paging.cardOrder()).page(asked, reader, paging.paging(), true);
        return FoundPage.of(
                found, views.list(found.items(), asked.asOf(), reader), CardView::texts);
    }

    @GetMapping(path = "/cards/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "One card with its whole text",
            description =
                    "Its `version` is what If-Match of a change names. The ETag is of all that is"
                            + " said here, which changes without a new version, too.")
    @ApiResponse(responseCode = "200", description = "The card", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "503",
            description = "The version asked for is not there yet; see Retry-After")
    CardView one(
            @PathVariable String id,
            @Parameter(description = "As it was at that instant, or at the end of that day")
                    @RequestParam(required = false)
                    @Nullable String asOf,
            @Parameter(description = "Waits up to 5 s until the card has this version")
                    @RequestParam(required = false)
                    @Nullable String atLeast,
            Optional<Caller> caller) {
        Instant at = filters.asOf(asOf);
        if (atLeast != null) {
            readYourWrite.await(id, version("atLeast", atLeast));
        }
        Reader reader = readers.of(caller);
        ShownCard shown =
                cards.find(id, at)
                        .flatMap(stored -> Redaction.show(stored, reader))
                        .orElseThrow(() -> Problem.notFound(id).exception());
        return views.one(shown, at, reader);
    }

    @GetMapping(path = "/cards/{id}/versions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All versions of a card, the latest first, and which event made each")
    Page<CardView> versions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Optional<Caller> caller,
            Locale locale) {
        Reader reader = readers.of(caller);
        Instant at = filters.asOf(asOf);
        int size = Limits.limit(limit);
        List<StoredCard> found = cards.versions(id, reader, at, below(id, cursor), size + 1);
        if (found.isEmpty() && cursor == null) {
            throw Problem.notFound(id).exception();
        }
        List<StoredCard> page = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                views.versions(
                        page, entries.ofVersions(page, activities, reader, at, locale), at, reader),
                found.size() > size
                        ? Cursors.encode(
                                VERSIONS, id, Long.toString(page.getLast().card().version()))
                        : null);
    }

    @GetMapping(path = "/cards/{id}/diff", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What changed between two versions, field by field and word by word")
    DiffView diff(
            @PathVariable String id,
            @RequestParam String from,
            @RequestParam String to,
            Optional<Caller> caller) {
        long first = version("from", from);
        long second = version("to", to);
        Reader reader = readers.of(caller);
        return DiffView.of(
                id,
                first,
                second,
                CardDiff.between(shown(id, first, reader), shown(id, second, reader)));
    }

    private SearchedList<StoredCard> searched(CardOrder order) {
        return new SearchedList<>(
                order == CardOrder.DATE ? "cards" : "cards-" + order.field(),
                (filter, reader, after, limit) -> cards.page(filter, reader, order, after, limit),
                stored -> requireNonNull(order.of(stored.card())),
                stored -> headline(stored.card()),
                vocabulary,
                order::isPlace);
    }

    /** What counts for the relevance of a card in a search. */
    private static SearchedList.Headline headline(Card card) {
        Headline headline = card.headline();
        if (headline == null) {
            return new SearchedList.Headline("", "", List.of());
        }
        String preview =
                switch (card) {
                    case ActionCard action -> action.plan().description();
                    case WorkingDayCard day -> day.meeting().description();
                    default -> headline.preview();
                };
        return new SearchedList.Headline(
                headline.title() == null ? "" : headline.title(),
                preview == null ? "" : preview,
                headline.tags());
    }

    private ShownCard shown(String id, long version, Reader reader) {
        return cards.version(id, version)
                .flatMap(stored -> Redaction.show(stored, reader))
                .orElseThrow(() -> Problem.notFound(id + ":" + version).exception());
    }

    private static long below(String id, @Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        List<String> parts = Cursors.decode(cursor, 3);
        if (!parts.getFirst().equals(VERSIONS) || !parts.get(1).equals(id)) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
        return version("cursor", parts.getLast());
    }

    private static long version(String name, String raw) {
        // Nine digits: more versions than anyone will write, and no overflow.
        if (!raw.matches("[1-9][0-9]{0,8}")) {
            throw Problem.invalid(name, "between", 1, 999_999_999).exception();
        }
        return Long.parseLong(raw);
    }
}
