package relais.notices.notice;

import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;

/**
 * What is shown of a card in a list.
 *
 * @param version that the title is of, from 1
 */
public record CardTitle(
        @StoredField(name = "_id") String id, long version, String kind, @Nullable String title) {}
