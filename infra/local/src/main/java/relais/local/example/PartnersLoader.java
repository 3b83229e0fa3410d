package relais.local.example;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import relais.local.call.ServiceCalls.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registers the partners of the example data, lets the signatories sign, has the committee take
 * them in, grants the demo accounts' mandates and gives signatories the names of today: in this
 * order, which is that of their dates, since an archive only adds at the end of a partner's
 * history. One after the other, so that their events stand in the log in the same order each time.
 * One loader counts one run.
 */
final class PartnersLoader {

    private static final String RENAMED =
            "Nom d'aujourd'hui (donnée d'exemple : la date du changement est un exemple)";

    private final Api api;
    private int registered;
    private int signatures;
    private int admissions;
    private int mandates;
    private int renames;

    PartnersLoader(Api api) {
        this.api = api;
    }

    ExampleData.PartnersReport load() {
        List<Map<String, String>> partners = ExampleFile.PARTNERS.rows();
        Map<String, List<Map<String, String>>> granted =
                ExampleFile.MANDATES.rows().stream()
                        .collect(Collectors.groupingBy(row -> cell(row, "partner")));
        for (Map<String, String> row : partners) {
            JsonNode partner = registered(row);
            partner = admitted(row, signed(row, partner));
            for (Map<String, String> mandate : granted.getOrDefault(cell(row, "id"), List.of())) {
                partner = mandated(mandate, partner);
            }
            renamed(row, partner);
        }
        return new ExampleData.PartnersReport(
                partners.size(), registered, signatures, admissions, mandates, renames);
    }

    private JsonNode registered(Map<String, String> row) {
        String id = cell(row, "id");
        // Asked first, since a key of a week ago no longer tells a repetition from a conflict.
        Answer known = api.get("/partners/" + id);
        if (known.succeeded()) {
            return known.json();
        }
        ObjectNode body = body(row, "registeredAt", "id", "name", "kind", "territory");
        for (String optional : List.of("siren", "represents")) {
            if (row.containsKey(optional)) {
                body.put(optional, cell(row, optional));
            }
        }
        JsonNode partner = Api.accepted(id, api.create("/partners", body, "example-" + id));
        registered++;
        return partner;
    }

    private JsonNode signed(Map<String, String> row, JsonNode partner) {
        if (!row.containsKey("signedOn") || partner.hasNonNull("charterSignedOn")) {
            return partner;
        }
        signatures++;
        return changed("POST", partner, "signature", body(row, "signedAt", "signedOn"));
    }

    /**
     * Also those of a home that an earlier build made, which knew nothing of it: after what
     * happened to them since, as an archive must.
     */
    private JsonNode admitted(Map<String, String> row, JsonNode partner) {
        boolean suspended = partner.path("status").asString("").equals("SUSPENDED");
        if (!row.containsKey("signedOn")
                || partner.path("committee").asBoolean(false)
                || suspended) {
            return partner;
        }
        String changedAt = partner.path("changedAt").asString(cell(row, "signedAt"));
        admissions++;
        return changed("POST", partner, "admission", Api.object().put("occurredAt", changedAt));
    }

    private JsonNode mandated(Map<String, String> row, JsonNode partner) {
        Set<String> known =
                partner.path("mandates")
                        .valueStream()
                        .map(mandate -> mandate.path("id").asString(""))
                        .collect(Collectors.toSet());
        if (known.contains(cell(row, "id"))) {
            return partner;
        }
        mandates++;
        return changed("POST", partner, "mandates", body(row, "grantedAt", "id", "role", "from"));
    }

    private void renamed(Map<String, String> row, JsonNode partner) {
        String today = row.get("nameToday");
        // Only from the name of the file: somebody may have given it another one since.
        if (today == null || !partner.path("name").asString("").equals(cell(row, "name"))) {
            return;
        }
        ObjectNode body =
                Api.object()
                        .put("name", today)
                        .put("reason", RENAMED)
                        .put("occurredAt", cell(row, "renamedAt"));
        changed("PUT", partner, "name", body);
        renames++;
    }

    private JsonNode changed(String method, JsonNode partner, String what, ObjectNode body) {
        String id = partner.path("id").asString("");
        long version = partner.path("version").asLong();
        return Api.accepted(
                id + ", " + what,
                api.change(method, "/partners/" + id + "/" + what, body, version));
    }

    /** What happened at the time of one cell, with these others by their names. */
    private static ObjectNode body(Map<String, String> row, String at, String... columns) {
        ObjectNode body = Api.object().put("occurredAt", cell(row, at));
        for (String column : columns) {
            body.put(column, cell(row, column));
        }
        return body;
    }

    private static String cell(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("The example data lack '" + column + "' in " + row);
        }
        return value;
    }
}
