package relais.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the card of an experience says below its headline, for its readers and for its author. In a
 * draft anything may be absent. Days are ISO days, in a draft as they were typed.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExperienceContent(
        @Nullable String audience,
        @Nullable String startedOn,
        @Nullable String endedOn,
        @Nullable String problem,
        @Nullable String action,
        List<String> partnersInvolved,
        @Nullable Means means,
        @Nullable Results results,
        @Nullable String difficulties,
        @Nullable String transfer,
        List<Link> links,
        List<Picture> pictures,
        List<AttachedDocument> documents) {

    /** The texts for those who would like to do the same, in the order of the page. */
    public static final List<String> ADVICE = List.of("difficulties", "transfer");

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Means(
            @Nullable BigDecimal euros, @Nullable BigDecimal fte, @Nullable String note) {}

    /** What came of it: {@code MEASURED} or {@code EXPECTED}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Results(@Nullable String kind, @Nullable String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Link(@Nullable String label, @Nullable String url) {}

    /**
     * A picture. Its author names it and says what it shows; all else the service knows.
     *
     * @param hash by which its bytes are kept
     * @param width in pixels, of the largest form
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Picture(
            @Nullable String hash,
            @Nullable String type,
            @Nullable Long bytes,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String alternative,
            @Nullable String licence,
            @Nullable String credit) {

        /** The path of its bytes on the portal, in a size. */
        public String path(String size) {
            return "/files/" + hash + "/" + size;
        }
    }

    /** A document to be taken away. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttachedDocument(
            @Nullable String hash,
            @Nullable String type,
            @Nullable Long bytes,
            @Nullable String title,
            @Nullable String licence) {

        /** The path of its bytes on the portal. */
        public String path() {
            return "/files/" + hash + "/document";
        }

        /** The name under which a browser keeps it. */
        public String fileName() {
            String kind = type == null ? "" : type.substring(type.lastIndexOf('.') + 1);
            String end =
                    switch (kind) {
                        case "text" -> ".odt";
                        case "spreadsheet" -> ".ods";
                        case "presentation" -> ".odp";
                        case "graphics" -> ".odg";
                        default -> ".pdf";
                    };
            return (title == null ? "document" : title) + end;
        }
    }

    /** Those of {@link #ADVICE} that are there, by their names. */
    public SequencedMap<String, String> advice() {
        var advice = new LinkedHashMap<String, String>();
        for (String name : ADVICE) {
            if (FieldPaths.value(this, name) instanceof String text) {
                advice.put(name, text);
            }
        }
        return advice;
    }

    /**
     * A draft as readers of its card will see it: what is no day yet, or has no words yet, is left
     * out.
     */
    public ExperienceContent shown() {
        return new ExperienceContent(
                audience,
                day(startedOn),
                day(endedOn),
                problem,
                action,
                partnersInvolved,
                means,
                results == null || results.text() == null
                        ? null
                        : new Results(
                                Objects.requireNonNullElse(results.kind(), "EXPECTED"),
                                results.text()),
                difficulties,
                transfer,
                links.stream().map(ExperienceContent::shown).toList(),
                pictures,
                documents);
    }

    private static Link shown(Link link) {
        String url = Objects.requireNonNullElse(link.url(), "");
        return new Link(Objects.requireNonNullElse(link.label(), url), url);
    }

    private static @Nullable String day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed).toString();
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
