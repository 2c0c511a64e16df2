package io.cacheaudit.adapter.rest;

import io.cacheaudit.adapter.report.AuditJson;
import io.cacheaudit.adapter.rest.body.DocumentSetBody;
import io.cacheaudit.adapter.rest.problem.ProblemType;
import io.cacheaudit.adapter.rest.view.HostView;
import io.cacheaudit.adapter.rest.view.ListView;
import io.cacheaudit.adapter.rest.view.PushView;
import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.HostAudits;
import io.cacheaudit.audit.HostQuery;
import io.cacheaudit.finding.Verdict;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Hosts: their documents in, their audits out. */
@Path("/api/v1/hosts")
@Tag(name = "hosts")
@Produces(MediaType.APPLICATION_JSON)
public final class HostResource {
    private final DocumentSetBody bodies;
    private final HostAudits audits;
    private final AuditStore store;
    private final Clock clock;

    HostResource(DocumentSetBody bodies, HostAudits audits, AuditStore store, Clock clock) {
        this.bodies = bodies;
        this.audits = audits;
        this.store = store;
        this.clock = clock;
    }

    @PUT
    @Path("/{host}/documents")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA})
    @Operation(operationId = "putDocuments", summary = "Replaces the document set of a host, audits and stores it")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DocumentSet")),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(ref = "DocumentParts"))
            })
    public PushView put(
            @PathParam("host") String host,
            @Parameter(hidden = true) @HeaderParam("Content-Type") @Nullable String contentType,
            InputStream body) {
        return PushView.of(audits.push(bodies.read(contentType, body, bodies.host(host))));
    }

    @GET
    @Operation(operationId = "listHosts", summary = "The hosts by name")
    @Parameter(
            name = "verdict",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"FAIL", "UNKNOWN", "PASS"}))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Parameter(name = "page_token", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public ListView<HostView> list(@Context UriInfo address) {
        Parameters parameters = Parameters.of(address, "verdict", "limit", "page_token");
        Verdict verdict = parameters.word("verdict", Words.in(Verdict.values()), Arrays.toString(Verdict.values()));
        HostQuery query = new HostQuery(verdict, parameters.limit(), parameters.text("page_token"));
        parameters.check();
        Instant now = clock.instant();
        return ListView.of(store.hosts(query), host -> HostView.of(host, now));
    }

    @GET
    @Path("/{host}")
    @Operation(operationId = "getHost", summary = "One host")
    public HostView host(@PathParam("host") String host) {
        return store.host(bodies.host(host))
                .map(summary -> HostView.of(summary, clock.instant()))
                .orElseThrow(HostResource::unknownHost);
    }

    @GET
    @Path("/{host}/audit")
    @Operation(operationId = "getAudit", summary = "The newest audit of a host, whole")
    @APIResponse(
            responseCode = "200",
            description = "The audit document",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Audit")))
    public StreamingOutput audit(@PathParam("host") String host) {
        Audit audit = audits.stored(bodies.host(host)).orElseThrow(HostResource::unknownHost);
        return out -> AuditJson.write(audit, out);
    }

    private static RuntimeException unknownHost() {
        return ProblemType.NOT_FOUND.with("no host of this name has sent documents");
    }
}
