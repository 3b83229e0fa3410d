package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What links lead to, for everybody who reads the portal, today and in the past; and that no page
 * on the way shows codes where people expect words.
 */
@Order(Integer.MAX_VALUE)
class LinksIT {

    /**
     * Links of one make that are followed by each person in each language, today and in the past.
     */
    private static final int EACH = 1;

    /** A walk that grows beyond it follows addresses that are of one make. */
    private static final int MOST = 300;

    private static final String PAST = "asOf=2015-12-31";

    private final URI portal = Stack.shared().local().url("portal");

    /**
     * Most pages are the same for everybody and are read in both languages; those of one role are
     * read in one, and in both by the golden files. The past is read by everybody, and by those who
     * write: desks, which are what sets the others apart, know no date.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "anonymous, fr en, true,",
        "partner, fr, true, besancon",
        "committee, en, true, comite",
        "académie reviewer, en, false, academie-orleans-tours",
        "signatory, fr, false, amf",
        "analyst, en, false, analyste",
        "operator, fr, false, exploitation",
    })
    void everyLinkLeadsToAPageOfTheSameDateAndLanguage(
            String role, String languages, boolean past, @Nullable String account) {
        PlainBrowser person = new PlainBrowser(portal);
        if (account != null) {
            person.signIn(account);
        }
        Set<String> faults = new ConcurrentSkipListSet<>();
        Set<String> shapes = new ConcurrentSkipListSet<>();
        Stream.of(languages.split(" ", -1))
                .parallel()
                .forEach(language -> walk(person, language, past, faults, shapes));

        assertThat(faults).as(role).isEmpty();
        assertThat(shapes)
                .as(role)
                .contains("/cards/{x}[]", "/cards/{p}[]", "/partenaires/{p}[]")
                .contains("/aide[]", "/territoires[]", "/time-machine[asOf]");
        if (past) {
            assertThat(shapes)
                    .as(role)
                    .contains("/cards/{x}[asOf]", "/cards/{p}[asOf]")
                    .contains("/cards/{x}/changes[asOf, from, to]");
        }
        assertThat(account == null || shapes.contains("/account[]")).isTrue();
    }

    private void walk(
            PlainBrowser person,
            String language,
            boolean past,
            Set<String> faults,
            Set<String> shapes) {
        PlainBrowser reader = person.copy();
        reader.get(portal.resolve("/legal?lang=" + language));
        List<LinkWalk> walks = new ArrayList<>();
        walks.add(
                new LinkWalk(reader, portal, language, false, EACH)
                        .from("/", "/actualite", "/experiences", "/textes", "/time-machine"));
        if (past) {
            walks.add(
                    new LinkWalk(reader, portal, language, true, EACH)
                            .from(
                                    "/actualite?" + PAST,
                                    "/experiences?" + PAST,
                                    "/time-machine?" + PAST));
        }
        for (LinkWalk walk : walks) {
            assertThat(walk.visited()).isLessThan(MOST);
            walk.faults().forEach(fault -> faults.add(language + ": " + fault));
            shapes.addAll(new TreeSet<>(walk.shapes()));
        }
    }
}
