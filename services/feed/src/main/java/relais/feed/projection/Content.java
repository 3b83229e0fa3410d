package relais.feed.projection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experience's card says. Level and axes are the published names; one that this build does
 * not know yet is {@code UNKNOWN}.
 *
 * @param territory as {@code scheme:code}
 */
public record Content(
        String title,
        String preview,
        String territory,
        String level,
        List<String> axes,
        List<String> tags,
        @Nullable String audience,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate endedOn,
        String problem,
        String action,
        List<String> partnersInvolved,
        @Nullable Means means,
        @Nullable Results results,
        @Nullable String difficulties,
        @Nullable String transfer,
        List<Link> links,
        String licence) {

    public Content {
        axes = List.copyOf(axes);
        tags = List.copyOf(tags);
        partnersInvolved = List.copyOf(partnersInvolved);
        links = List.copyOf(links);
    }

    /**
     * What it cost.
     *
     * @param fte full-time equivalents
     */
    public record Means(
            @Nullable BigDecimal euros, @Nullable BigDecimal fte, @Nullable String note) {}

    /**
     * What it changed.
     *
     * @param kind {@code MEASURED} or {@code EXPECTED}
     */
    public record Results(String kind, String text) {}

    public record Link(String label, String url) {}
}
