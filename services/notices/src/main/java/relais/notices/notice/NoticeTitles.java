package relais.notices.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import relais.notices.waiting.MongoWaitingCards;

/**
 * How the cards of notices are called now. What is not public has a title only for those whose own
 * card it is.
 */
@Component
public record NoticeTitles(MongoPublicCards published, MongoWaitingCards waiting) {

    public Map<String, CardTitle> of(Collection<Notice> notices) {
        Set<String> ids = new LinkedHashSet<>();
        notices.forEach(notice -> ids.add(notice.card()));
        Map<String, CardTitle> titles = new HashMap<>(published.find(ids));
        List<String> own = new ArrayList<>();
        for (Notice notice : notices) {
            if (notice.reason() != NoticeReason.FOLLOWED && !titles.containsKey(notice.card())) {
                own.add(notice.card());
            }
        }
        if (!own.isEmpty()) {
            waiting.find(own)
                    .forEach(
                            (id, card) ->
                                    titles.putIfAbsent(
                                            id,
                                            new CardTitle(
                                                    id, card.version(), card.kind(), card.title())));
        }
        return titles;
    }
}
