package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import relais.feed.projection.Activity;
import relais.feed.query.Activities;
import relais.feed.query.Filter;
import relais.feed.query.Reader;
import relais.feed.query.StoredActivity;
import relais.feed.query.Vocabulary;
import relais.web.Caller;
import relais.web.Page;

/** The national feed, and that of any territory. */
@RestController
@Tag(name = "feed")
record FeedController(
        Readers readers,
        FilterReader filters,
        Activities activities,
        EntryViews views,
        Vocabulary vocabulary,
        AtomWriter atom) {

    private static final String ATOM = "application/atom+xml;charset=UTF-8";

    static final String TYPE =
            "Only events of these names, several times or between commas, such as"
                    + " ExperiencePublished,PositionTaken";

    @GetMapping(path = "/feed", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What happened, newest first")
    FoundPage<FeedEntry> feed(
            FilterParameters filter,
            @Parameter(description = TYPE) @RequestParam(required = false)
                    @Nullable List<String> type,
            Paging paging,
            Optional<Caller> caller,
            Locale locale) {
        return page(filter, type, paging, readers.of(caller), true, locale);
    }

    @GetMapping(path = "/feed.atom", produces = ATOM)
    @Operation(summary = "The same as an Atom feed")
    String atom(
            FilterParameters filter,
            @Parameter(description = TYPE) @RequestParam(required = false)
                    @Nullable List<String> type,
            Paging paging,
            Optional<Caller> caller,
            Locale locale) {
        FoundPage<FeedEntry> found = page(filter, type, paging, readers.of(caller), false, locale);
        var page = new Page<>(found.items(), found.nextCursor());
        return atom.write(page, ServletUriComponentsBuilder.fromCurrentRequest(), locale);
    }

    /**
     * A page, the same for JSON and Atom.
     *
     * @param widen whether similar words are searched where nothing has those of the question
     */
    private FoundPage<FeedEntry> page(
            FilterParameters filter,
            @Nullable List<String> type,
            Paging paging,
            Reader reader,
            boolean widen,
            Locale locale) {
        Filter asked = filters.read(filter).ofTypes(filters.types(type));
        var list =
                new SearchedList<>(
                        "feed",
                        activities::page,
                        StoredActivity::position,
                        FeedController::headline,
                        vocabulary);
        SearchedList.SearchPage<StoredActivity> found = list.page(asked, reader, paging, widen);
        return FoundPage.of(
                found, views.list(found.items(), reader, asked.asOf(), locale), FeedEntry::texts);
    }

    private static SearchedList.Headline headline(StoredActivity stored) {
        Activity.Summary card = stored.activity().card();
        return new SearchedList.Headline(card.title(), card.preview(), stored.activity().tags());
    }
}
