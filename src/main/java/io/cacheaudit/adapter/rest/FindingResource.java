package io.cacheaudit.adapter.rest;

import io.cacheaudit.adapter.report.FleetCsv;
import io.cacheaudit.adapter.rest.problem.ProblemType;
import io.cacheaudit.adapter.rest.view.FindingView;
import io.cacheaudit.adapter.rest.view.ListView;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The findings of the fleet. */
@Path("/api/v1/findings")
@Tag(name = "findings")
@Produces(MediaType.APPLICATION_JSON)
public final class FindingResource {
    private final AuditStore store;

    FindingResource(AuditStore store) {
        this.store = store;
    }

    @GET
    @Operation(operationId = "listFindings", summary = "The findings of all hosts, filtered and sorted")
    @Parameter(name = "host", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "rule", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "severity",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"critical", "high", "medium", "low", "info"}))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"FAIL", "UNKNOWN", "ERROR"}))
    @Parameter(
            name = "open",
            in = ParameterIn.QUERY,
            description = "true for open findings only, false for closed ones only",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"severity", "newest"},
                            defaultValue = "severity"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Parameter(name = "page_token", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public ListView<FindingView> list(@Context UriInfo address) {
        return ListView.of(store.findings(query(address)), FindingView::of);
    }

    @GET
    @Produces(Csv.ASKED_FOR)
    @Operation(hidden = true)
    public Response csv(@Context UriInfo address) {
        return Csv.of(address, store.findings(query(address)), FleetCsv::findings);
    }

    @GET
    @Path("/{fingerprint}")
    @Operation(operationId = "getFinding", summary = "One finding with its history and evidence")
    public FindingView finding(@PathParam("fingerprint") String fingerprint) {
        return store.finding(fingerprint)
                .map(FindingView::of)
                .orElseThrow(() -> ProblemType.NOT_FOUND.with("no finding has this fingerprint"));
    }

    static FindingQuery query(UriInfo address) {
        Parameters parameters =
                Parameters.of(address, "host", "rule", "severity", "status", "open", "sort", "limit", "page_token");
        FindingQuery query = new FindingQuery(
                parameters.text("host"),
                parameters.text("rule"),
                parameters.word("severity", Severity::of, "critical, high, medium, low, info"),
                parameters.word("status", FindingResource::status, "FAIL, UNKNOWN, ERROR"),
                parameters.truth("open"),
                parameters.order(FindingQuery.Order.values()),
                parameters.limit(),
                parameters.text("page_token"));
        parameters.check();
        return query;
    }

    private static Optional<Status> status(String word) {
        return Status.of(word).filter(status -> status != Status.PASS && status != Status.NOT_APPLICABLE);
    }
}
