package relais.experiences.experience;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.experiences.experience.ProposedContent.ProposedDocument;
import relais.experiences.experience.ProposedContent.ProposedPicture;

/** The rules of the pictures and documents of a card. */
public final class FilePolicy {

    /** As many pictures, and as many documents, as one card has. */
    static final int MOST = 5;

    /** Those under which anybody may use them again, by their usual short names. */
    static final List<String> LICENCES = List.of("LO-2.0", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final TextRule ALTERNATIVE = TextRule.line(300);
    private static final TextRule LINE = TextRule.line(200);

    private FilePolicy() {}

    public static boolean isHash(@Nullable String text) {
        return text != null && HASH.matcher(text).matches();
    }

    static Stream<Refusal> refusals(ProposedContent card, Circumstances context) {
        return Stream.concat(
                Refusal.each(
                        "pictures",
                        card.pictures(),
                        MOST,
                        (field, picture) -> picture(field, picture, context)),
                Refusal.each(
                        "documents",
                        card.documents(),
                        MOST,
                        (field, document) -> document(field, document, context)));
    }

    private static Stream<Refusal> picture(
            String field, ProposedPicture picture, Circumstances context) {
        return Refusal.all(
                sent(field, picture.hash(), FileUse.PICTURE, context.files()),
                ALTERNATIVE.required(field + ".alternative", picture.alternative()),
                licence(field, picture.licence()),
                LINE.check(field + ".credit", picture.credit()));
    }

    private static Stream<Refusal> document(
            String field, ProposedDocument document, Circumstances context) {
        return Refusal.all(
                sent(field, document.hash(), FileUse.DOCUMENT, context.files()),
                LINE.required(field + ".title", document.title()),
                licence(field, document.licence()));
    }

    private static Stream<Refusal> sent(
            String field, @Nullable String hash, FileUse use, Map<String, UploadedFile> files) {
        UploadedFile file = hash == null ? null : files.get(hash);
        return Refusal.when(
                file == null || file.use() != use,
                Refusal.invalid(field + ".hash", "file-unknown"));
    }

    private static Stream<Refusal> licence(String field, @Nullable String licence) {
        return Refusal.when(
                licence == null || !Set.copyOf(LICENCES).contains(licence),
                Refusal.invalid(field + ".licence", "file-licence", String.join(", ", LICENCES)));
    }
}
