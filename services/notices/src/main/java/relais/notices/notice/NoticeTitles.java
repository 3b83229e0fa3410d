package relais.notices.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How the cards of notices are called now. What is not public has a title only for those whose own
 * card it is.
 */
@Component
public record NoticeTitles(MongoPublicCards published, OwnTitles own) {

    public Map<String, CardTitle> of(Collection<Notice> notices) {
        Set<String> ids = new LinkedHashSet<>();
        notices.forEach(notice -> ids.add(notice.card()));
        Map<String, CardTitle> titles = new HashMap<>(published.find(ids));
        List<String> missing = new ArrayList<>();
        for (Notice notice : notices) {
            if (notice.reason() != NoticeReason.FOLLOWED && !titles.containsKey(notice.card())) {
                missing.add(notice.card());
            }
        }
        if (!missing.isEmpty()) {
            own.titles(missing).forEach(titles::putIfAbsent);
        }
        return titles;
    }
}
