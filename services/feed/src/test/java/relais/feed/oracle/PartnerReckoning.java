package relais.feed.oracle;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A partner: who it is, whether it may act, and its mandates. */
final class PartnerReckoning implements Reckoning {

    @Override
    public void reckon(Sheet card, Event event, String since) {
        switch (event.type()) {
            case "PartnerRegistered" ->
                    card.write("kind", "PARTNER", "status", "ACTIVE")
                            .write("partner", event.aggregate())
                            .write("territory", event.text("territory"))
                            .write("title", event.text("name"))
                            .write("preview", event.value("represents"))
                            .write(
                                    "profile",
                                    Fields.of(
                                            "kind", event.value("kind"),
                                            "siren", event.value("siren"),
                                            "siret", event.value("siret"),
                                            "externalId", event.value("externalId")));
            case "PartnerRenamed" ->
                    card.write("title", event.text("name"), "reason", event.value("reason"));
            case "CharterSigned" -> card.write("charterSignedOn", event.text("signedOn"));
            case "CommitteeJoined" -> card.write("committee", true);
            case "CommitteeLeft" ->
                    card.write("committee", null).write("reason", event.value("reason"));
            case "PartnerSuspended" ->
                    card.write("status", "SUSPENDED", "reason", event.text("reason"));
            case "PartnerReinstated" ->
                    card.write("status", "ACTIVE", "reason", event.value("reason"));
            case "MandateGranted" ->
                    card.append(
                            "mandates",
                            Fields.of(
                                    "id", event.text("mandateId"),
                                    "role", event.text("role"),
                                    "from", event.text("from"),
                                    "until", event.value("until")));
            case "MandateEnded" ->
                    card.change(
                            "mandates",
                            "id",
                            event.text("mandateId"),
                            held -> Fields.with(held, "endedOn", event.text("endedOn")));
            case "MandatePersonErased" -> {}
            default -> throw Reckoning.unknown(event);
        }
    }

    @Override
    public Stream<@Nullable String> texts(Sheet card, Gazetteer gazetteer) {
        return Stream.of(
                card.text("title"),
                card.text("preview"),
                gazetteer.name(Objects.requireNonNull(card.text("territory"))));
    }
}
