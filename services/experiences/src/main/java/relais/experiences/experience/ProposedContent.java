package relais.experiences.experience;

import static java.util.Objects.requireNonNull;
import static relais.experiences.experience.ContentPolicy.MAX_TEXT;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.Typed;
import relais.aggregates.territory.TerritoryCode;
import relais.codec.StoredField;

/**
 * A card as someone typed it: anything may be absent or wrong, so that one answer can name every
 * field to mend. Texts are stripped and composed (NFC); a text of which nothing is seen is an
 * absent one, and an absent entry of a list an empty one.
 */
@Schema(
        description =
                "Required to submit: title, preview, territory, level, axes, problem, action and"
                        + " licenceAccepted.")
public record ProposedContent(
        @Nullable String title,
        @Nullable String preview,
        @Nullable String territory,
        @Schema(allowableValues = {"ECOLE", "COLLEGE", "LYCEE", "OTHER"}) @Nullable String level,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> axes,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> tags,
        @Nullable String audience,
        @Schema(format = "date", example = "2015-10-01") @Nullable String startedOn,
        @Schema(format = "date", example = "2015-10-01") @Nullable String endedOn,
        @Nullable String problem,
        @Nullable String action,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> partnersInvolved,
        @Nullable ProposedMeans means,
        @Nullable ProposedResults results,
        @Nullable String difficulties,
        @Nullable String transfer,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<ProposedLink> links,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @StoredField(omittedIfEmpty = true)
                List<ProposedPicture> pictures,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @StoredField(omittedIfEmpty = true)
                List<ProposedDocument> documents,
        @Nullable Boolean licenceAccepted) {

    /** What it cost, in euros and in full-time equivalents. */
    @Schema(name = "Means")
    public record ProposedMeans(
            @Nullable BigDecimal euros, @Nullable BigDecimal fte, @Nullable String note) {

        /** Any number longer than this is refused anyway, and is never written out. */
        private static final int LONGEST_NUMBER = 40;

        public ProposedMeans {
            euros = plain(euros);
            fte = plain(fte);
            note = Typed.text(note);
        }

        /** {@code 1e999999999} is short as JSON and endless in digits. */
        static boolean isModest(BigDecimal number) {
            return Math.abs((long) number.scale()) + number.precision() < LONGEST_NUMBER;
        }

        private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
            return number != null && number.scale() < 0 && isModest(number)
                    ? number.setScale(0)
                    : number;
        }

        Means accepted() {
            return new Means(exact(euros), exact(fte), note);
        }

        private static @Nullable BigDecimal exact(@Nullable BigDecimal number) {
            return number == null ? null : number.setScale(2, RoundingMode.UNNECESSARY);
        }
    }

    /** What came of it. */
    @Schema(name = "Results")
    public record ProposedResults(
            @Schema(allowableValues = {"MEASURED", "EXPECTED"}) @Nullable String kind,
            @Nullable String text) {
        public ProposedResults {
            kind = Typed.text(kind);
            text = Typed.text(text);
        }

        Results accepted() {
            return new Results(ResultKind.parse(kind).orElseThrow(), requireNonNull(text));
        }
    }

    /** A page to read further. */
    @Schema(name = "Link")
    public record ProposedLink(@Nullable String label, @Nullable String url) {

        static final ProposedLink NOTHING = new ProposedLink(null, null);

        public ProposedLink {
            label = Typed.text(label);
            url = Typed.text(url);
        }

        /** A link without a label is read by its address. */
        Link accepted() {
            String target = requireNonNull(url);
            return new Link(label == null ? target : label, target);
        }
    }

    /** A picture that was sent before; what else an answer tells of it may be sent back. */
    @Schema(name = "ProposedPicture")
    @JsonIgnoreProperties({"type", "bytes", "width", "height"})
    public record ProposedPicture(
            @Schema(description = "as the answer to its upload named it") @Nullable String hash,
            @Nullable String alternative,
            @Schema(allowableValues = {"LO-2.0", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0"})
                    @Nullable String licence,
            @Nullable String credit) {

        static final ProposedPicture NOTHING = new ProposedPicture(null, null, null, null);

        public ProposedPicture {
            hash = Typed.text(hash);
            alternative = Typed.text(alternative);
            licence = Typed.text(licence);
            credit = Typed.text(credit);
        }

        Picture accepted(Map<String, UploadedFile> files) {
            UploadedFile file = requireNonNull(files.get(requireNonNull(hash)));
            return new Picture(
                    file.hash(),
                    file.type(),
                    file.bytes(),
                    file.width(),
                    file.height(),
                    requireNonNull(alternative),
                    requireNonNull(licence),
                    credit);
        }
    }

    /** A document that was sent before; what else an answer tells of it may be sent back. */
    @Schema(name = "ProposedDocument")
    @JsonIgnoreProperties({"type", "bytes"})
    public record ProposedDocument(
            @Schema(description = "as the answer to its upload named it") @Nullable String hash,
            @Nullable String title,
            @Schema(allowableValues = {"LO-2.0", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0"})
                    @Nullable String licence) {

        static final ProposedDocument NOTHING = new ProposedDocument(null, null, null);

        public ProposedDocument {
            hash = Typed.text(hash);
            title = Typed.text(title);
            licence = Typed.text(licence);
        }

        AttachedDocument accepted(Map<String, UploadedFile> files) {
            UploadedFile file = requireNonNull(files.get(requireNonNull(hash)));
            return new AttachedDocument(
                    file.hash(),
                    file.type(),
                    file.bytes(),
                    requireNonNull(title),
                    requireNonNull(licence));
        }
    }

    public ProposedContent {
        title = Typed.text(title);
        preview = Typed.text(preview);
        territory = Typed.text(territory);
        level = Typed.text(level);
        axes = Typed.texts(axes);
        tags = Typed.texts(tags);
        audience = Typed.text(audience);
        startedOn = Typed.text(startedOn);
        endedOn = Typed.text(endedOn);
        problem = Typed.text(problem);
        action = Typed.text(action);
        partnersInvolved = Typed.texts(partnersInvolved);
        difficulties = Typed.text(difficulties);
        transfer = Typed.text(transfer);
        links = Typed.entries(links, ProposedLink.NOTHING);
        pictures = Typed.entries(pictures, ProposedPicture.NOTHING);
        documents = Typed.entries(documents, ProposedDocument.NOTHING);
        licenceAccepted = Boolean.TRUE.equals(licenceAccepted);
    }

    /** Lengths that a page can show; titles and previews are single lines. */
    Stream<Refusal> lengths() {
        return Refusal.all(
                TextRule.line(100).check("title", title),
                TextRule.line(200).check("preview", preview),
                TextRule.line(200).check("audience", audience),
                TextRule.text(MAX_TEXT).check("problem", problem),
                TextRule.text(MAX_TEXT).check("action", action),
                TextRule.text(MAX_TEXT).check("difficulties", difficulties),
                TextRule.text(MAX_TEXT).check("transfer", transfer));
    }

    /**
     * The validated card.
     *
     * @param files what is known of those that it names
     * @throws RuntimeException if a {@link ContentPolicy} was not asked before
     */
    Content accepted(Map<String, UploadedFile> files) {
        return new Content(
                requireNonNull(title),
                requireNonNull(preview),
                new TerritoryCode(requireNonNull(territory)),
                Level.parse(level).orElseThrow(),
                Axis.accepted(axes),
                tags.stream().distinct().toList(),
                audience,
                date(startedOn),
                date(endedOn),
                requireNonNull(problem),
                requireNonNull(action),
                partnersInvolved,
                means == null ? null : means.accepted(),
                results == null ? null : results.accepted(),
                difficulties,
                transfer,
                links.stream().map(ProposedLink::accepted).toList(),
                pictures.stream().map(each -> each.accepted(files)).toList(),
                documents.stream().map(each -> each.accepted(files)).toList(),
                Content.OPEN_LICENCE);
    }

    /** The files that it names, by their hashes. */
    public Stream<String> files() {
        return Stream.concat(
                        pictures.stream().map(ProposedPicture::hash),
                        documents.stream().map(ProposedDocument::hash))
                .filter(FilePolicy::isHash)
                .map(Objects::requireNonNull);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
