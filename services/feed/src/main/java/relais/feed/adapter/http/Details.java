package relais.feed.adapter.http;

import relais.feed.query.Reader;

/**
 * What the page of a card shows beyond what lists show.
 *
 * @param shown the card, or a record around it; written with the names that it refers to
 * @param reader who may not see the titles of all the cards it refers to
 */
record Details(Record shown, Names names, Reader reader) {}
