package relais.portal.experiences;

import relais.portal.api.ExperienceText;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.Typed;

/** The form of something that is kept with a version, and what becomes of it under one's hands. */
final class DraftFields {

    static final String VERSION = "version";
    private static final int STALE = 412;

    private DraftFields() {}

    static Typed of(WrittenExperience written) {
        ExperienceText text = written.text();
        return (text == null ? Typed.nothing() : CardFields.typed(text))
                .with(VERSION, written.version());
    }

    /** Whether somebody else was faster. */
    static boolean isStale(Answer<?> answer) {
        return answer.isRefused() && answer.refusal().status() == STALE;
    }

    /** The same of what became of a form. */
    static boolean isStale(Form form) {
        return form.refusal() != null && form.refusal().status() == STALE;
    }

    /** The same words, to be sent upon another version. */
    static Form upon(Form form, long version) {
        return new Form(
                form.typed().with(VERSION, version), form.refusal(), form.away(), form.kept());
    }
}
