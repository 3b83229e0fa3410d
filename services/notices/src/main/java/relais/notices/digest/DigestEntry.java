package relais.notices.digest;

import java.util.List;

/**
 * All that happened to one card.
 *
 * @param title as its reader may read it now; empty if it is not public any more
 * @param link to its page, or to where what waits is done
 * @param lines what happened, each once, the latest last; then the searches that found it, by name
 */
record DigestEntry(String title, String link, List<String> lines) {}
