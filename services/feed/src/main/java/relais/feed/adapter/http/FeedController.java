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
import relais.feed.query.Filter;
import relais.web.Caller;
import relais.web.Page;

/** The national feed, and that of any territory. */
@RestController
@Tag(name = "feed")
class FeedController {

    private final Readers readers;
    private static final String ATOM = "application/atom+xml;charset=UTF-8";

    static final String TYPE =
            "Only events of these names, several times or between commas, such as"
                    + " ExperiencePublished,PositionTaken";

    private final FilterReader filters;
    private final FeedPages pages;
    private final AtomWriter atom;

    FeedController(Readers readers, FilterReader filters, FeedPages pages, AtomWriter atom) {
        this.readers = readers;
        this.filters = filters;
        this.pages = pages;
        this.atom = atom;
    }

    @GetMapping(path = "/feed", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What happened, newest first")
    FoundPage<FeedEntry> feed(
            FilterParameters filter,
            @Parameter(description = TYPE) @RequestParam(required = false)
                    @Nullable List<String> type,
            Paging paging,
            Optional<Caller> caller,
            Locale locale) {
        return pages.page(read(filter, type), readers.of(caller), paging, true, locale);
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
        FoundPage<FeedEntry> found =
                pages.page(read(filter, type), readers.of(caller), paging, false, locale);
        var page = new Page<>(found.items(), found.nextCursor());
        return atom.write(page, ServletUriComponentsBuilder.fromCurrentRequest(), locale);
    }

    private Filter read(FilterParameters filter, @Nullable List<String> type) {
        return filters.read(filter, null).ofTypes(filters.types(type));
    }
}
