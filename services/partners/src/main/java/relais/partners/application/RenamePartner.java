package relais.partners.application;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.PartnerCommand.Rename;
import relais.partners.domain.PartnerName;
import relais.partners.domain.Refused;

/** Gives a partner another name: by itself, the committee or an operator. */
public final class RenamePartner {
    private final Change change;

    public RenamePartner(Partners partners, Clock clock) {
        this.change = new Change(partners, clock);
    }

    public Outcome rename(
            Target target, @Nullable String name, @Nullable String reason, Occasion occasion) {
        return change.of(target, occasion, Actor::mayRename, () -> read(name, reason));
    }

    private static Fields.Read<Rename> read(@Nullable String name, @Nullable String reason) {
        var fields = new Fields();
        var newName =
                fields.required(
                        "name",
                        name,
                        PartnerName::accepts,
                        PartnerName::new,
                        _ -> Refused.oneLine("name", PartnerName.MAX_LENGTH));
        var why = fields.note("reason", reason);
        return fields.read(() -> new Rename(requireNonNull(newName), why));
    }
}
