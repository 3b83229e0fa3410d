package relais.portal.experiences;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import relais.portal.api.ExperienceText;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.ImportReport;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;
import relais.portal.call.Remote;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;

/**
 * Many experiences at once, from a spreadsheet: first what each row would do, then doing it. The
 * table travels with the page, so that what is done is what was looked at.
 */
@Controller
@RequestMapping(Writing.DESK + "/import")
record ImportController(
        Remote<ExperiencesApi> experiences, KeptForms forms, FormPage page, FormFiles files) {

    private static final String TABLE = "table";

    /** Those that a row needs; who is competent comes with them. */
    private static final List<String> FIRST_COLUMNS =
            List.of(
                    ("externalId title preview territory level axes problem action"
                                    + " licenceAccepted competentPartner")
                            .split(" "));

    private static final List<String> COLUMNS =
            Stream.concat(
                            FIRST_COLUMNS.stream(),
                            ExperienceText.cardFields().flatMap(ImportController::columns))
                    .distinct()
                    .toList();

    private static final int LONGEST = 400_000;

    /** Those of a field: of files, one for each thing that is said of them. */
    private static Stream<String> columns(String field) {
        String parts =
                switch (field) {
                    case "pictures" -> "hash alternative licence credit";
                    case "documents" -> "hash title licence";
                    default -> "";
                };
        return parts.isEmpty()
                ? Stream.of(field.replace('.', '_'))
                : Stream.of(parts.split(" ")).map(part -> field + "_" + part);
    }

    @GetMapping
    String choose(Exchange exchange) {
        exchange.member();
        return show(exchange, forms.begin(exchange.request(), Typed.nothing()));
    }

    /** What a table looks like: the columns and one row. */
    @GetMapping("/example.csv")
    ResponseEntity<byte[]> example() {
        // Spreadsheets know by this mark that accents are in UTF-8.
        byte[] table = ("\uFEFF" + page.say("experiences.import.example")).getBytes(UTF_8);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", UTF_8))
                .header("Content-Disposition", "attachment; filename=\"relais-experiences.csv\"")
                .body(table);
    }

    @PostMapping
    String send(
            @RequestParam(name = "do", defaultValue = "rehearse") String wanted,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Exchange exchange)
            throws IOException {
        exchange.member();
        Typed typed = table(file, exchange.typed());
        String table = typed.text(TABLE);
        if (table.isBlank() || table.length() > LONGEST) {
            String message =
                    page.say(
                            table.isBlank()
                                    ? "experiences.import.none"
                                    : "experiences.import.long");
            var refusal = Refusal.of(List.of(new Refusal.Violation(TABLE, "table", message)));
            return show(exchange, Form.after(typed, new Answer.Refused<>(refusal)));
        }
        boolean rehearsal = !wanted.equals("import");
        byte[] bytes = table.getBytes(UTF_8);
        Answer<ImportReport> report =
                experiences.ask(
                        api -> rehearsal ? api.rehearseImport(bytes) : api.importTable(bytes));
        report.content().ifPresent(it -> exchange.add("report", it));
        exchange.add("rehearsal", rehearsal);
        boolean done = !rehearsal && report.isOk();
        return show(exchange, done ? Form.of(Typed.nothing()) : Form.after(typed, report));
    }

    /**
     * Sends files that the table is going to name, and says by what; a table that is there stays.
     */
    @PostMapping(params = "do=upload")
    String sendFiles(Exchange exchange) {
        exchange.member();
        FormFiles.ForTable sent = files.receiveForTable(exchange);
        exchange.add("sent", sent.files());
        return show(
                exchange,
                sent.faults().isEmpty()
                        ? Form.of(exchange.typed())
                        : Form.after(
                                exchange.typed(), new Answer.Refused<>(Refusal.of(sent.faults()))));
    }

    private static String show(Exchange exchange, Form form) {
        exchange.show(form);
        exchange.add("columns", COLUMNS);
        return "experiences/import";
    }

    /** A file that was chosen wins over a table that was pasted before. */
    private static Typed table(@Nullable MultipartFile file, Typed typed) throws IOException {
        return file == null || file.isEmpty()
                ? typed
                : typed.with(TABLE, TableText.of(file.getBytes()));
    }
}
