package relais.feed.adapter.http;

/** A thing of the reference, with the name it has at the time that is read. */
record Named(String id, String name) {}
