package relais.experiences;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Cards in JSON. */
final class Cards {

    private Cards() {}

    /** A sound card about the écoles of a territory, with some members replaced or added. */
    static String of(String territory, Object... namesAndValues) {
        Map<String, Object> card = new TreeMap<>();
        card.put("title", "Tablettes en classe");
        card.put("preview", "Des tablettes partagées entre six classes");
        card.put("territory", territory);
        card.put("level", "ECOLE");
        card.put("axes", List.of("USES", "INFRASTRUCTURE"));
        card.put("problem", "Peu d'équipement");
        card.put("action", "Un chariot de tablettes");
        card.put("means", Map.of("euros", 18000.5, "fte", 0.5));
        card.put("results", Map.of("kind", "MEASURED", "text", "Utile"));
        card.put("startedOn", "2024-09-01");
        card.put("licenceAccepted", true);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            card.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return JsonMapper.shared().writeValueAsString(card);
    }
}
