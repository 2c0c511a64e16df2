package io.cacheaudit.adapter.rest;

import io.cacheaudit.adapter.rest.problem.ProblemType;
import io.cacheaudit.adapter.rest.view.RowView;
import io.cacheaudit.adapter.rest.view.RuleView;
import io.cacheaudit.adapter.rest.view.RulesView;
import io.cacheaudit.audit.PrecedenceCatalog;
import io.cacheaudit.audit.RuleCatalog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The active rules, and the precedence rows that derivations name. */
@Path("/api/v1")
@Tag(name = "rules")
@Produces(MediaType.APPLICATION_JSON)
public final class RuleResource {
    private final RuleCatalog rules;
    private final PrecedenceCatalog precedence;

    RuleResource(RuleCatalog rules, PrecedenceCatalog precedence) {
        this.rules = rules;
        this.precedence = precedence;
    }

    @GET
    @Path("/rules")
    @Operation(operationId = "listRules", summary = "The active rule pack")
    public RulesView list() {
        return RulesView.of(rules);
    }

    @GET
    @Path("/rules/{id}")
    @Operation(operationId = "getRule", summary = "One rule")
    public RuleView rule(@PathParam("id") String id) {
        return rules.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(RuleView::of)
                .orElseThrow(() -> ProblemType.NOT_FOUND.with("the active pack has no rule of this id"));
    }

    @GET
    @Path("/precedence/{row}")
    @Operation(operationId = "getPrecedenceRow", summary = "One row: its version range, sources and evidence")
    public RowView row(@PathParam("row") String row) {
        return precedence
                .row(row)
                .map(RowView::of)
                .orElseThrow(() -> ProblemType.NOT_FOUND.with("no table has a row of this id"));
    }
}
