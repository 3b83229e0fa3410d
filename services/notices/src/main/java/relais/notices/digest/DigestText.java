package relais.notices.digest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import relais.notices.follower.Follower;
import relais.notices.mail.MailTemplates;
import relais.notices.mail.OutgoingMail;
import relais.notices.notice.CardTitle;
import relais.notices.notice.Notice;
import relais.notices.notice.NoticeReason;

/** A digest in words: HTML and text, French or English, one entry a card. */
public final class DigestText {

    /** A mail that nobody can read to its end is no digest; the rest is on the page of notices. */
    static final int MOST_ENTRIES = 60;

    private static final String OTHER_EVENT = "digest.event.other";

    private final MailTemplates templates;
    private final String pages;

    /**
     * @param pages address of the portal, without a slash at the end
     */
    public DigestText(MailTemplates templates, String pages) {
        this.templates = templates;
        this.pages = pages;
    }

    /**
     * The mail of a period.
     *
     * @param notices at least one, the earliest first
     * @param searches names of searches, by the ids of follows
     * @param token that ends digests
     */
    OutgoingMail mail(
            DigestPeriod period,
            Follower follower,
            String address,
            List<Notice> notices,
            Map<String, CardTitle> titles,
            Map<String, String> searches,
            String token) {
        Locale locale = Locale.of(follower.language() == null ? "fr" : follower.language());
        List<DigestEntry> waiting = entries(notices, titles, searches, true, locale);
        List<DigestEntry> followed = entries(notices, titles, searches, false, locale);
        int all = waiting.size() + followed.size();
        List<DigestEntry> first = waiting.subList(0, Math.min(MOST_ENTRIES, waiting.size()));
        List<DigestEntry> then =
                followed.subList(0, Math.min(MOST_ENTRIES - first.size(), followed.size()));
        String unsubscribe = pages + "/desabonnement?jeton=" + token;
        Context context = new Context(locale);
        context.setVariable("language", locale.getLanguage());
        context.setVariable("waiting", first);
        context.setVariable("followed", then);
        context.setVariable("more", all - first.size() - then.size());
        context.setVariable("notices", pages + "/avis");
        context.setVariable("settings", pages + "/suivis");
        context.setVariable("unsubscribe", unsubscribe);
        String subject =
                message(all == 1 ? "digest.subject.one" : "digest.subject.many", locale, all);
        context.setVariable("subject", subject);
        return new OutgoingMail(
                "digest-" + period.id().replaceAll("[^A-Za-z0-9-]", "-"),
                address,
                subject,
                templates.html("digest", context),
                templates.text("digest", context),
                locale.getLanguage(),
                Map.of(
                        "List-Unsubscribe",
                        "<" + unsubscribe + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click"));
    }

    private List<DigestEntry> entries(
            List<Notice> notices,
            Map<String, CardTitle> titles,
            Map<String, String> searches,
            boolean waiting,
            Locale locale) {
        Map<String, List<Notice>> byCard = new LinkedHashMap<>();
        for (Notice notice : notices) {
            if ((notice.reason() != NoticeReason.FOLLOWED) == waiting) {
                byCard.computeIfAbsent(notice.card(), _ -> new ArrayList<>()).add(notice);
            }
        }
        List<DigestEntry> entries = new ArrayList<>();
        byCard.forEach(
                (card, told) -> entries.add(entry(told, titles.get(card), searches, locale)));
        return entries;
    }

    private DigestEntry entry(
            List<Notice> told,
            @Nullable CardTitle called,
            Map<String, String> searches,
            Locale locale) {
        String title = called == null ? null : called.title();
        Stream<String> happened = told.stream().map(notice -> line(notice, locale)).distinct();
        Stream<String> found =
                told.stream()
                        .flatMap(notice -> notice.follows().stream())
                        .flatMap(follow -> Stream.ofNullable(searches.get(follow)))
                        .distinct()
                        .sorted()
                        .map(name -> message("digest.search", locale, name));
        return new DigestEntry(
                title == null ? message("digest.untitled", locale) : title,
                pages + path(told.getLast()),
                Stream.concat(happened, found).toList());
    }

    /** Where its reader goes on: to mend what was returned, else to the card. */
    private static String path(Notice notice) {
        return notice.reason() == NoticeReason.RETURNED
                ? "/desk/experiences/" + notice.card() + "/edit"
                : "/cards/" + notice.card();
    }

    private String line(Notice notice, Locale locale) {
        String key =
                notice.reason() == NoticeReason.FOLLOWED
                        ? "digest.event." + notice.type()
                        : "digest.reason." + notice.reason().key();
        String words = message(key, locale);
        return words.isEmpty() ? message(OTHER_EVENT, locale) : words;
    }

    private String message(String key, Locale locale, Object... arguments) {
        return templates.message(key, locale, arguments);
    }
}
