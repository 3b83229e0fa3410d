package relais.portal.api;

/** How many notices are unread; more if there are more than that. */
public record UnreadCount(int unread, boolean more) {}
