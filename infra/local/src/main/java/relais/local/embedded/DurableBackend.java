package relais.local.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Makes the store durable and today's clients content. It hands every change to the operating
 * system before it is acknowledged, where the store alone would wait up to a second: an
 * acknowledged write survives the death of this process (though not that of the machine). Once the
 * store could not write, as on a full disk, it is closed for good: then the process ends, so that
 * anybody who watches it starts it again, instead of refusing everything for ever.
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> CHANGES =
            Set.of(
                    ("insert update delete findandmodify create createindexes drop dropindexes"
                                    + " dropdatabase renamecollection")
                            .split(" "));

    /**
     * The library forgets a database before it drops it: who asked in between opened it again, and
     * kept maps that were closed under its hands, until the server ended.
     */
    private final ReadWriteLock drops = new ReentrantReadWriteLock();

    DurableBackend(MVStore store) {
        super(store);
    }

    /** Asked for by the constructor too, for the databases that the store has. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new CompactDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(
            Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) {
            return hello(channel, query);
        }
        Lock lock = name.equals("dropdatabase") ? drops.writeLock() : drops.readLock();
        try {
            Document answer;
            lock.lock();
            try {
                answer = answer(channel, database, command, query);
            } finally {
                lock.unlock();
            }
            if (CHANGES.contains(name)) {
                commit();
            }
            return answer;
        } finally {
            endIfTheStoreHas();
        }
    }

    /**
     * The store keeps what a command reads for as long as it reads: by itself it would write over
     * what changed 45 s ago, and an index of a million documents takes longer.
     */
    private Document answer(Channel channel, String database, String command, Document query) {
        MVStore.TxCounter read = getMvStore().registerVersionUsage();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            getMvStore().deregisterVersionUsage(read);
        }
    }

    private void endIfTheStoreHas() {
        MVStoreException cause = getMvStore().getPanicException();
        if (cause != null) {
            System.err.println("The store ended, and so does its server: " + cause.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    /** The server knows only the older name of this command, which health checks no longer use. */
    private Document hello(Channel channel, Document query) {
        Document older = new Document("ismaster", 1);
        older.append("$db", query.get("$db"));
        Document answer = super.handleCommand(channel, "admin", "ismaster", older);
        answer.put("isWritablePrimary", answer.get("ismaster"));
        return answer;
    }
}
