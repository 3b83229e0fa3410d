package relais.feed.projection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.events.experiences.ExperienceContent;

/**
 * What the page of an experience says, beyond its headline.
 *
 * @param problem null, like what was done, for a reader who may not see it
 */
public record Content(
        @Nullable String audience,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable String problem,
        @Nullable String action,
        @StoredField(omittedIfEmpty = true) List<String> partnersInvolved,
        @Nullable Means means,
        @Nullable Results results,
        @Nullable String difficulties,
        @Nullable String transfer,
        @StoredField(omittedIfEmpty = true) List<Link> links,
        @StoredField(omittedIfEmpty = true) List<Picture> pictures,
        @StoredField(omittedIfEmpty = true) List<AttachedDocument> documents,
        String licence) {

    public Content {
        partnersInvolved = List.copyOf(partnersInvolved);
        links = List.copyOf(links);
        pictures = List.copyOf(pictures);
        documents = List.copyOf(documents);
    }

    /**
     * What it cost.
     *
     * @param fte full-time equivalents
     */
    @Schema(name = "Means")
    public record Means(
            @Nullable BigDecimal euros, @Nullable BigDecimal fte, @Nullable String note) {}

    /**
     * What it changed.
     *
     * @param kind {@code MEASURED} or {@code EXPECTED}
     * @param text null in a list, which shows no text
     */
    @Schema(name = "Results")
    public record Results(String kind, @Nullable String text) {

        static Results of(relais.events.experiences.Results published) {
            return new Results(published.getKind().name(), published.getText());
        }
    }

    @Schema(name = "Link")
    public record Link(String label, String url) {}

    /**
     * A picture; its bytes are kept by the service of experiences.
     *
     * @param hash SHA-256 of the bytes as they are served
     */
    @Schema(name = "Picture")
    public record Picture(
            String hash,
            String type,
            long bytes,
            int width,
            int height,
            String alternative,
            String licence,
            @Nullable String credit) {

        static Picture of(relais.events.experiences.Picture published) {
            return new Picture(
                    published.getHash(),
                    published.getType(),
                    published.getBytes(),
                    published.getWidth(),
                    published.getHeight(),
                    published.getAlternative(),
                    published.getLicence(),
                    published.getCredit());
        }
    }

    /**
     * A document to be taken away.
     *
     * @param hash SHA-256 of its bytes
     */
    @Schema(name = "AttachedDocument")
    public record AttachedDocument(
            String hash, String type, long bytes, String title, String licence) {

        static AttachedDocument of(relais.events.experiences.AttachedDocument published) {
            return new AttachedDocument(
                    published.getHash(),
                    published.getType(),
                    published.getBytes(),
                    published.getTitle(),
                    published.getLicence());
        }
    }

    static Content of(ExperienceContent published) {
        var means = published.getMeans();
        var results = published.getResults();
        return new Content(
                published.getAudience(),
                published.getStartedOn(),
                published.getEndedOn(),
                published.getProblem(),
                published.getAction(),
                published.getPartnersInvolved(),
                means == null ? null : new Means(means.getEuros(), means.getFte(), means.getNote()),
                results == null ? null : Results.of(results),
                published.getDifficulties(),
                published.getTransfer(),
                published.getLinks().stream()
                        .map(link -> new Link(link.getLabel(), link.getUrl()))
                        .toList(),
                published.getPictures().stream().map(Picture::of).toList(),
                published.getDocuments().stream().map(AttachedDocument::of).toList(),
                published.getLicence());
    }

    /** What it is found by. */
    public List<@Nullable String> searchedTexts() {
        var texts = new ArrayList<@Nullable String>();
        texts.add(problem);
        texts.add(action);
        texts.add(audience);
        texts.addAll(partnersInvolved);
        texts.add(means == null ? null : means.note());
        texts.add(results == null ? null : results.text());
        texts.add(difficulties);
        texts.add(transfer);
        links.forEach(link -> texts.add(link.label()));
        pictures.forEach(picture -> texts.add(picture.alternative()));
        documents.forEach(document -> texts.add(document.title()));
        return texts;
    }

    /** Without what its author wrote. */
    public Content withoutText() {
        return new Content(
                null, startedOn, endedOn, null, null, List.of(), null, null, null, null, List.of(),
                List.of(), List.of(), licence);
    }
}
