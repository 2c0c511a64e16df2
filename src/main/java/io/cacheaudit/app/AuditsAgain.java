package io.cacheaudit.app;

import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.HostAudits;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Hosts whose findings come from another rule pack, audited again in the background from the start of the service. */
@ApplicationScoped
class AuditsAgain {
    private static final Logger LOG = Logger.getLogger(AuditsAgain.class);

    private final HostAudits audits;
    private final Engine engine;

    AuditsAgain(HostAudits audits, Engine engine) {
        this.audits = audits;
        this.engine = engine;
    }

    void start() {
        Thread thread = new Thread(this::run, "audits again");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            audits.again(
                    engine.source().pack().id(),
                    host -> LOG.errorf("the stored documents of %s cannot be audited again", host));
        } catch (AuditStore.StoreException e) {
            LOG.warn("hosts are audited again at the next start: the database does not answer");
        }
    }
}
