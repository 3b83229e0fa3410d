package relais.portal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The way from the front page to the one that is read; in templates {@code ${@breadcrumbs…}}. A
 * page whose way depends on what it shows says it as {@link Crumb#TRAIL}; of any other the address
 * tells it: the entry of the navigation that it lies in, or one of the pages that only inform.
 */
@Component("breadcrumbs")
public record Breadcrumbs(Words words, PublicAddress address, LinkedData data) {

    /** By the beginning of their path, the longest first. */
    private static final Map<String, String> OTHERS = others();

    /** None on the front page: there is nothing above it. */
    public List<Crumb> of(Layout layout, @Nullable List<Crumb> trail) {
        String path = layout.here().split("\\?", 2)[0];
        if (path.equals("/")) {
            return List.of();
        }
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(Crumb.to(words.message("breadcrumbs.home"), "/"));
        crumbs.addAll(trail == null ? ofAddress(layout, path) : trail);
        return List.copyOf(crumbs);
    }

    /** The same for search engines, as JSON-LD. */
    public String linkedData(List<Crumb> crumbs) {
        var items = new ArrayList<Map<String, Object>>();
        for (Crumb crumb : crumbs) {
            var item = new LinkedHashMap<String, Object>();
            item.put("@type", "ListItem");
            item.put("position", items.size() + 1);
            item.put("name", crumb.words());
            if (crumb.path() != null) {
                item.put("item", address.of(crumb.path()));
            }
            items.add(item);
        }
        return data.of("BreadcrumbList", Map.of("itemListElement", items));
    }

    private List<Crumb> ofAddress(Layout layout, String path) {
        for (Layout.Link section : layout.sections()) {
            if (section.current() && !section.path().equals("/")) {
                return List.of(crumb("section." + section.key(), section.path(), path));
            }
        }
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (path.equals(other.getKey()) || path.startsWith(other.getKey() + "/")) {
                return List.of(crumb(other.getValue(), other.getKey(), path));
            }
        }
        return List.of();
    }

    private Crumb crumb(String key, String to, String path) {
        String said = words.message(key);
        return to.equals(path) ? Crumb.here(said, false) : Crumb.to(said, to);
    }

    private static Map<String, String> others() {
        var others = new LinkedHashMap<String, String>();
        others.put("/desk/to-do", "layout.to-do");
        others.put("/account", "account.title");
        others.put("/accessibility", "accessibility.title");
        others.put("/legal", "legal.title");
        others.put("/places", "place.title");
        others.put("/donnees", "opendata.title");
        others.put("/courrier-de-demonstration", "mailbox.title");
        others.put("/api", "contracts.title");
        return others;
    }
}
