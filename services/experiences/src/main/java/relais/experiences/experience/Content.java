package relais.experiences.experience;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.territory.TerritoryCode;
import relais.codec.StoredField;

/**
 * The card of an experience once it passed every {@link ContentPolicy}; only {@link
 * ProposedContent#accepted} makes one from what a person typed. It is stored and answered as it is.
 */
public record Content(
        String title,
        String preview,
        TerritoryCode territory,
        Level level,
        List<Axis> axes,
        List<String> tags,
        @Nullable String audience,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate endedOn,
        String problem,
        String action,
        List<String> partnersInvolved,
        @Nullable Means means,
        @Nullable Results results,
        @Nullable String difficulties,
        @Nullable String transfer,
        List<Link> links,
        @StoredField(omittedIfEmpty = true) List<Picture> pictures,
        @StoredField(omittedIfEmpty = true) List<AttachedDocument> documents,
        @JsonIgnore String licence) {

    /** Licence Ouverte 2.0, the only licence that a partner consents to. */
    public static final String OPEN_LICENCE = "LO-2.0";

    public Content {
        if (title.isBlank() || preview.isBlank() || problem.isBlank() || action.isBlank()) {
            throw new IllegalArgumentException("A card has a title, preview, problem and action");
        }
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("A card has at least one axis");
        }
        axes = List.copyOf(axes);
        tags = List.copyOf(tags);
        partnersInvolved = List.copyOf(partnersInvolved);
        links = List.copyOf(links);
        pictures = List.copyOf(pictures);
        documents = List.copyOf(documents);
    }

    /** What it has of files, by their hashes. */
    public Stream<String> files() {
        return Stream.concat(
                pictures.stream().map(Picture::hash),
                documents.stream().map(AttachedDocument::hash));
    }

    /** The same as when they were sent: a card keeps them whatever became of that knowledge. */
    Stream<UploadedFile> uploads() {
        return Stream.concat(
                pictures.stream()
                        .map(
                                it ->
                                        new UploadedFile(
                                                it.hash(),
                                                FileUse.PICTURE,
                                                it.type(),
                                                it.bytes(),
                                                it.width(),
                                                it.height())),
                documents.stream()
                        .map(
                                it ->
                                        new UploadedFile(
                                                it.hash(),
                                                FileUse.DOCUMENT,
                                                it.type(),
                                                it.bytes(),
                                                0,
                                                0)));
    }

    /** What an answer says instead of the licence's name. */
    @JsonProperty
    boolean licenceAccepted() {
        return true;
    }
}
