package io.cacheaudit.app;

import io.cacheaudit.audit.Auditor;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.rule.PackId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
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
    Auditor auditor() {
        return new Auditor(new PackId("cache-audit", "0", "sha256:" + "0".repeat(64)));
    }

    @Produces
    @Singleton
    HostReader hostReader() {
        return root -> new DocumentSet("sample-host", Map.of(), List.of());
    }
}
