package relais.portal.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The service of what people follow and are told; all of it is about who is signed in. */
@HttpExchange(accept = "application/json")
public interface NoticesApi extends ParkedApi, RedriveAllApi {

    @GetExchange("/follows")
    Listing<FollowEntry> follows();

    /** {@code kind} with {@code value}, or with {@code search} and {@code name}. */
    @PutExchange("/follows")
    FollowEntry follow(@RequestBody Map<String, @Nullable Object> wanted);

    /** {@code limit}, {@code cursor}, {@code since=last-visit}; the latest first. */
    @GetExchange("/notices")
    Listing<NoticeEntry> notices(@RequestParam MultiValueMap<String, String> question);

    @GetExchange("/notices/count")
    UnreadCount count();

    @GetExchange("/me")
    DigestSettings me();

    /** {@code digest}, {@code address}, {@code language}. */
    @PutExchange("/me")
    DigestSettings choose(@RequestBody Map<String, @Nullable Object> chosen);

    @GetExchange("/mailbox")
    Listing<DemonstrationMail> mailbox();

    @GetExchange("/webhooks")
    Listing<WebhookEntry> webhooks();

    /** {@code url}, {@code name}, {@code filter}; the answer has the secret. */
    @PostExchange("/webhooks")
    WebhookEntry createWebhook(@RequestBody Map<String, @Nullable Object> webhook);
}
