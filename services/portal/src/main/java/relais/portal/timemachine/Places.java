package relais.portal.timemachine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import relais.portal.api.PartnersApi;
import relais.portal.api.TerritoryEntry;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;

/** How territories are called, whether they still exist or not; by their code if nobody knows. */
@Component("timeMachinePlaces")
record Places(PartnersApi partners, Calls calls) {

    private static final int MOST = 20;

    String name(String code) {
        return name(start(code), code);
    }

    Map<String, String> names(Collection<String> codes) {
        var asked = new LinkedHashMap<String, Pending<TerritoryEntry>>();
        codes.stream().limit(MOST).forEach(code -> asked.put(code, start(code)));
        var names = new LinkedHashMap<String, String>();
        asked.forEach((code, pending) -> names.put(code, name(pending, code)));
        return names;
    }

    private Pending<TerritoryEntry> start(String code) {
        return calls.start(Service.PARTNERS, () -> partners.territory(code));
    }

    private static String name(Pending<TerritoryEntry> pending, String code) {
        return pending.answer()
                .content()
                .map(TerritoryEntry::name)
                .filter(name -> !name.isEmpty())
                .orElse(code);
    }
}
