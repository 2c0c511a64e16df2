package io.cacheaudit.app;

import io.cacheaudit.adapter.cli.HostDirectory;
import io.cacheaudit.adapter.json.TreeJson;
import io.cacheaudit.adapter.pack.RuleDirectory;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.Auditor;
import io.cacheaudit.audit.HostAudits;
import io.cacheaudit.audit.Lookup;
import io.cacheaudit.audit.PrecedenceCatalog;
import io.cacheaudit.audit.RuleCatalog;
import io.cacheaudit.audit.gate.Gate;
import io.cacheaudit.text.TreeReader;
import io.cacheaudit.text.TreeWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** The core's objects, which know nothing of the framework, made for those who ask for them. */
@ApplicationScoped
class Wiring {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Engine engine() {
        return Engine.of(RuleDirectory.ofClassPath(Wiring.class.getClassLoader()));
    }

    @Produces
    @Singleton
    Auditor auditor(Engine engine) {
        return engine.auditor();
    }

    @Produces
    @Singleton
    Lookup lookup(Engine engine) {
        return engine.lookup();
    }

    @Produces
    @Singleton
    RuleCatalog rules(Engine engine) {
        return Catalogs.rules(engine.source().pack());
    }

    @Produces
    @Singleton
    PrecedenceCatalog rows(Engine engine) {
        return Catalogs.rows(engine.precedence());
    }

    @Produces
    @Singleton
    HostAudits audits(Auditor auditor, AuditStore store, Clock clock) {
        return new HostAudits(auditor::run, store, clock);
    }

    @Produces
    @Singleton
    Gate gate(Engine engine, Clock clock) {
        return new Gate(engine.auditor()::run, engine.source().pack(), clock);
    }

    @Produces
    @Singleton
    TreeReader treeReader() {
        return Engine.json();
    }

    @Produces
    @Singleton
    TreeWriter treeWriter() {
        return new TreeJson();
    }

    @Produces
    @Singleton
    HostReader hostReader(TreeReader json) {
        return root -> HostDirectory.read(root, Map.of(), json).set();
    }
}
