package relais.portal.experiences;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import relais.portal.api.ExperienceContent;
import relais.portal.api.ExperienceContent.AttachedDocument;
import relais.portal.api.ExperienceContent.Picture;
import relais.portal.api.SentFile;
import relais.portal.call.Answer;
import relais.portal.call.FileTransfers;
import relais.portal.call.Refusal;
import relais.portal.form.Form;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;

/**
 * The pictures and documents of a card's form. Those that are chosen go to their service whichever
 * button sends the form, and the form names them from then on; each that is not taken is named with
 * the reason.
 */
@Component
record FormFiles(FileTransfers transfers, FormPage page) {

    static final String PICTURES = "pictures";
    static final String DOCUMENTS = "documents";
    static final String NEW_PICTURES = "newPictures";
    static final String NEW_DOCUMENTS = "newDocuments";

    /** As many pictures, and as many documents, as one card has. */
    static final int MOST = 5;

    static final List<String> LICENCES = List.of("LO-2.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0");

    /** Of each kind, for a table of cards. */
    private static final int MOST_AT_ONCE = 20;

    private static final long LARGEST = 10L * 1024 * 1024;
    private static final int LONGEST_NAME = 80;

    /**
     * What a form says once its files are sent.
     *
     * @param faults of those that were not taken
     * @param any whether there were any
     */
    record Received(Typed typed, List<Refusal.Violation> faults, boolean any) {

        /** The form with the faults, to be shown again. */
        Form refused() {
            return Form.after(typed, new Answer.Refused<>(Refusal.of(faults)));
        }
    }

    Received receive(Exchange exchange) {
        Typed typed = exchange.typed();
        MultipartHttpServletRequest parts =
                WebUtils.getNativeRequest(exchange.request(), MultipartHttpServletRequest.class);
        List<MultipartFile> pictures = chosen(parts, NEW_PICTURES);
        List<MultipartFile> documents = chosen(parts, NEW_DOCUMENTS);
        ExperienceContent content = CardFields.read(typed).text().content();
        var faults = new ArrayList<Refusal.Violation>();
        List<Picture> withNew = new ArrayList<>(content.pictures());
        withNew.addAll(
                sent(
                        pictures,
                        "picture",
                        NEW_PICTURES,
                        MOST - withNew.size(),
                        page.say("experiences.files.too-many.picture", MOST),
                        (_, it) ->
                                new Picture(
                                        it.hash(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        LICENCES.getFirst(),
                                        null),
                        faults));
        List<AttachedDocument> andDocuments = new ArrayList<>(content.documents());
        andDocuments.addAll(
                sent(
                        documents,
                        "document",
                        NEW_DOCUMENTS,
                        MOST - andDocuments.size(),
                        page.say("experiences.files.too-many.document", MOST),
                        (_, it) ->
                                new AttachedDocument(
                                        it.hash(), null, null, null, LICENCES.getFirst()),
                        faults));
        return new Received(
                CardFields.with(CardFields.with(typed, PICTURES, withNew), DOCUMENTS, andDocuments),
                List.copyOf(faults),
                !pictures.isEmpty() || !documents.isEmpty());
    }

    /** A file that was sent for a table of imports, whose rows name it by its hash. */
    record Named(String name, String hash) {

        static Named of(MultipartFile file, SentFile sent) {
            return new Named(FormFiles.name(file), sent.hash());
        }
    }

    /**
     * What came of files that a table is going to name.
     *
     * @param faults of those that were not taken
     */
    record ForTable(List<Named> files, List<Refusal.Violation> faults) {}

    /** Sends those that were chosen, at most {@value #MOST_AT_ONCE} of each kind. */
    ForTable receiveForTable(Exchange exchange) {
        MultipartHttpServletRequest parts =
                WebUtils.getNativeRequest(exchange.request(), MultipartHttpServletRequest.class);
        var faults = new ArrayList<Refusal.Violation>();
        List<Named> files = new ArrayList<>(forTable(parts, "picture", NEW_PICTURES, faults));
        files.addAll(forTable(parts, "document", NEW_DOCUMENTS, faults));
        if (files.isEmpty() && faults.isEmpty()) {
            String none = page.say("experiences.import.files.none");
            faults.add(new Refusal.Violation(NEW_PICTURES, "file", none));
        }
        return new ForTable(List.copyOf(files), List.copyOf(faults));
    }

    private List<Named> forTable(
            @Nullable MultipartHttpServletRequest parts,
            String use,
            String field,
            List<Refusal.Violation> faults) {
        String noRoom = page.say("experiences.files.too-many.at-once", MOST_AT_ONCE);
        return sent(chosen(parts, field), use, field, MOST_AT_ONCE, noRoom, Named::of, faults);
    }

    /** A browser sends an empty part where nothing was chosen. */
    private static List<MultipartFile> chosen(
            @Nullable MultipartHttpServletRequest parts, String name) {
        return parts == null
                ? List.of()
                : parts.getFiles(name).stream()
                        .filter(file -> !file.isEmpty() || !name(file).isEmpty())
                        .toList();
    }

    private <E> List<E> sent(
            List<MultipartFile> chosen,
            String use,
            String field,
            int room,
            String noRoom,
            BiFunction<MultipartFile, SentFile, E> entry,
            List<Refusal.Violation> faults) {
        var entries = new ArrayList<E>();
        for (MultipartFile file : chosen) {
            if (entries.size() >= room) {
                faults.add(fault(field, file, noRoom));
            } else if (file.getSize() > LARGEST) {
                faults.add(fault(field, file, page.say("experiences.files.too-large")));
            } else {
                switch (transfers.send(use, file.getResource())) {
                    case Answer.Ok<SentFile>(SentFile it) -> entries.add(entry.apply(file, it));
                    case Answer.Refused<SentFile>(Refusal because) ->
                            faults.add(fault(field, file, words(because)));
                    case Answer.Unavailable<SentFile> _ ->
                            faults.add(fault(field, file, page.say("experiences.files.away")));
                }
            }
        }
        return entries;
    }

    private static Refusal.Violation fault(String field, MultipartFile file, String words) {
        return new Refusal.Violation(field, "file", "« " + name(file) + " » : " + words);
    }

    private static String words(Refusal because) {
        return because.violations().stream()
                .findFirst()
                .map(Form::words)
                .orElseGet(() -> because.detail().isEmpty() ? because.title() : because.detail());
    }

    /** Some browsers send the folder, too; only the end of a name tells files apart. */
    private static String name(MultipartFile file) {
        String sent = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String name =
                sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                        .replaceAll("\\p{C}", "");
        return name.length() <= LONGEST_NAME
                ? name
                : "…" + name.substring(name.length() - LONGEST_NAME);
    }
}
