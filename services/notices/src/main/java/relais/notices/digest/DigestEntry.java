package relais.notices.digest;

import java.util.List;

/**
 * All that happened to one card.
 *
 * @param title as its reader may read it now; empty if it is not public any more
 * @param link to its page
 * @param lines what happened, as keys of messages, each once, the latest last
 */
record DigestEntry(String title, String link, List<String> lines) {}
