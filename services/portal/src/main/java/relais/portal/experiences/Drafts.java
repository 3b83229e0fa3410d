package relais.portal.experiences;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.portal.api.ExperienceText;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.form.Hidden;
import relais.portal.form.OwnSaves;
import relais.portal.form.Typed;

/** A partner's drafts, where the service keeps them. */
@Component
record Drafts(Remote<ExperiencesApi> experiences) {

    private static final String MANY = "100";
    private static final int PAGES = 2;
    private static final int UNPROCESSABLE = 422;

    /** All of them, the last edited first: the service keeps two hundred at most. */
    Answer<List<WrittenExperience>> all() {
        return experiences.start(Drafts::read).answer();
    }

    Answer<WrittenExperience> find(String id) {
        return experiences.ask(api -> api.draft(id));
    }

    /**
     * Keeps a new one.
     *
     * @param typed with the key that was made when the form was shown. When an answer was lost and
     *     the text has changed since, the key is of no use any more: the text is kept once more
     *     rather than not at all
     */
    Answer<WrittenExperience> keep(HttpServletRequest request, Typed typed, ExperienceText text) {
        String key = typed.text(Hidden.KEY);
        Answer<WrittenExperience> first =
                experiences.ask(api -> api.keepDraft(key.isBlank() ? newKey() : key, text));
        Answer<WrittenExperience> kept =
                isKeyReused(first) ? experiences.ask(api -> api.keepDraft(newKey(), text)) : first;
        kept.content()
                .ifPresent(draft -> OwnSaves.remember(request, draft.id(), typed, draft.version()));
        return kept;
    }

    /**
     * Keeps another text of it; upon what the same form saved before, whatever version it names.
     */
    Answer<WrittenExperience> edit(
            HttpServletRequest request, String id, Typed typed, ExperienceText text) {
        Answer<WrittenExperience> edited = edit(id, typed.text(Hidden.VERSION), text);
        if (FormPage.isStale(edited)) {
            Optional<WrittenExperience> now = find(id).content();
            if (now.isPresent() && text.equals(now.get().text())) {
                edited = new Answer.Ok<>(now.get());
            } else if (now.isPresent() && OwnSaves.areOf(request, id, typed, now.get().version())) {
                edited = edit(id, Long.toString(now.get().version()), text);
            }
        }
        edited.content().ifPresent(draft -> OwnSaves.remember(request, id, typed, draft.version()));
        return edited;
    }

    private Answer<WrittenExperience> edit(String id, String version, ExperienceText text) {
        String match = Hidden.ifMatch(Typed.nothing().with(Hidden.VERSION, version));
        return experiences.ask(api -> api.editDraft(id, match, text));
    }

    /** Refused for what sending it would be refused for. */
    Answer<Boolean> rehearse(String id) {
        return experiences.ask(api -> api.rehearseDraft(id).getStatusCode().is2xxSuccessful());
    }

    /** The one reason of this status that blames no field. */
    private static boolean isKeyReused(Answer<?> answer) {
        return answer.isRefused()
                && answer.refusal().status() == UNPROCESSABLE
                && answer.refusal().violations().isEmpty();
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static List<WrittenExperience> read(ExperiencesApi api) {
        var drafts = new ArrayList<WrittenExperience>();
        var question = Questions.of("limit", MANY);
        for (int page = 0; page < PAGES; page++) {
            Listing<WrittenExperience> listing = api.drafts(question);
            drafts.addAll(listing.items());
            if (listing.nextCursor() == null) {
                break;
            }
            question.set("cursor", listing.nextCursor());
        }
        drafts.sort(Comparator.comparing(WrittenExperience::updatedAt).reversed());
        return List.copyOf(drafts);
    }
}
