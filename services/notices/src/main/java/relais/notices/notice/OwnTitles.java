package relais.notices.notice;

import java.util.Collection;
import java.util.Map;

/** How cards are called that are not public, or not yet: for those only whose own they are. */
@FunctionalInterface
public interface OwnTitles {

    Map<String, CardTitle> titles(Collection<String> ids);
}
