package relais.notices.webhook;

/** Whether anything is sent to an address. */
enum WebhookState {
    ACTIVE,
    /** It took nothing for a day. Its owner may begin again by a replay. */
    DEAD
}
