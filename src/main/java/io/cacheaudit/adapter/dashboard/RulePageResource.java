package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.FleetStore;
import io.cacheaudit.audit.PrecedenceCatalog;
import io.cacheaudit.audit.RuleCatalog;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The rules, and the precedence rows that derivations name. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public final class RulePageResource {
    private final RuleCatalog rules;
    private final PrecedenceCatalog rows;
    private final AuditStore store;
    private final FleetStore fleet;
    private final Clock clock;

    RulePageResource(RuleCatalog rules, PrecedenceCatalog rows, AuditStore store, FleetStore fleet, Clock clock) {
        this.rules = rules;
        this.rows = rows;
        this.store = store;
        this.fleet = fleet;
        this.clock = clock;
    }

    @GET
    @Path("rules")
    @Operation(hidden = true)
    public Response rules() {
        return Answers.of(() -> Answers.page(Pages.rules(RulesPage.of(rules, fleet, clock.instant()))));
    }

    @GET
    @Path("rules/{id}")
    @Operation(hidden = true)
    public Response rule(@PathParam("id") String id) {
        return Answers.of(() -> rules.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(rule -> Answers.page(Pages.rule(OneRulePage.of(rule, store, clock.instant()))))
                .orElseGet(() -> Answers.notFound(MessagePage.noSuch("rule", "/rules", "All rules"))));
    }

    @GET
    @Path("precedence/{row}")
    @Operation(hidden = true)
    public Response row(@PathParam("row") String id) {
        return Answers.of(() -> rows.row(id)
                .map(row -> Answers.page(Pages.row(RowPage.of(row))))
                .orElseGet(() -> Answers.notFound(MessagePage.noSuch("precedence row", "/rules", "All rules"))));
    }
}
