package relais.portal.page;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.web.IWebRequest;

/**
 * Somebody who reads a page as of a past date goes on reading as of it: each {@code @{…}} of such a
 * page that leads to another one which knows dates carries {@code asOf} on. A link that leaves the
 * past on purpose is written without {@code @{…}}, and its element has the class {@code today}.
 */
public final class DatedLinks extends StandardLinkBuilder {

    static final String AS_OF = "asOf";

    /**
     * The news, the library, cards, territories, partners, the time machine, the choice of a
     * territory.
     */
    private static final Pattern DATED =
            Pattern.compile(
                    "/(actualite|experiences|cards/.*|territoires(/.*)?|partenaires/.*|time-machine|places)");

    private static final Pattern HAS_DATE = Pattern.compile(".*[?&]asOf=.*");

    private final Clock clock;

    public DatedLinks(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        String day = context instanceof IWebContext web ? day(web) : null;
        return super.processLink(context, day == null ? link : dated(link, day));
    }

    /** What the page says that it is read as of; else what its address says. */
    private @Nullable String day(IWebContext context) {
        IWebRequest request = context.getExchange().getRequest();
        if (!DATED.matcher(request.getPathWithinApplication()).matches()) {
            return null;
        }
        Object asOf =
                context.containsVariable(AS_OF)
                        ? context.getVariable(AS_OF)
                        : request.getParameterValue(AS_OF);
        return asOf == null ? null : past(asOf.toString().strip());
    }

    /** A date that no page can be read as of, such as one to come, is not carried on. */
    private @Nullable String past(String asOf) {
        try {
            boolean past =
                    asOf.indexOf('T') < 0
                            ? !LocalDate.parse(asOf)
                                    .isAfter(LocalDate.ofInstant(clock.instant(), Words.PARIS))
                            : !Instant.parse(asOf).isAfter(clock.instant());
            return past ? asOf : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    static String dated(String link, String day) {
        int fragment = link.indexOf('#');
        String address = fragment < 0 ? link : link.substring(0, fragment);
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        if (!DATED.matcher(path).matches() || HAS_DATE.matcher(address).matches()) {
            return link;
        }
        String rest = fragment < 0 ? "" : link.substring(fragment);
        return address + (query < 0 ? '?' : '&') + AS_OF + "=" + day + rest;
    }
}
