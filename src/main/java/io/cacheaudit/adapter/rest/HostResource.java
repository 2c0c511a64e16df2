package io.cacheaudit.adapter.rest;

import io.cacheaudit.adapter.report.AuditJson;
import io.cacheaudit.adapter.rest.body.DocumentSetBody;
import io.cacheaudit.adapter.rest.problem.ProblemType;
import io.cacheaudit.adapter.rest.view.HostView;
import io.cacheaudit.adapter.rest.view.ListView;
import io.cacheaudit.adapter.rest.view.PushView;
import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.HostAudits;
import io.cacheaudit.audit.HostQuery;
import io.cacheaudit.finding.Verdict;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import java.util.Locale;
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

    @POST
    @Path("/{host}/heartbeat")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "heartbeat", summary = "Says that a host's document set is the stored one")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Heartbeat")))
    @APIResponse(responseCode = "204", description = "It is; the host was seen at this time")
    @APIResponse(responseCode = "404", description = "The host has never sent documents")
    @APIResponse(responseCode = "412", description = "Another set is stored: send the documents")
    public void heartbeat(@PathParam("host") String host, InputStream body) {
        String name = bodies.host(host);
        switch (store.seen(name, bodies.digest(body), clock.instant())) {
            case SAME_SET -> {}
            case OTHER_SET ->
                throw ProblemType.PRECONDITION_FAILED.with("another document set is stored: send the documents");
            case NO_HOST -> throw unknownHost();
        }
    }

    @DELETE
    @Path("/{host}")
    @Operation(
            operationId = "retireHost",
            summary = "Retires a host: its documents go, its findings are closed, its history stays")
    @APIResponse(
            responseCode = "204",
            description = "The host is retired; documents that it sends bring it back, so stop its agent first")
    public void retire(@PathParam("host") String host) {
        if (!store.retire(bodies.host(host), clock.instant())) {
            throw unknownHost();
        }
    }

    @GET
    @Operation(operationId = "listHosts", summary = "The hosts, filtered and sorted")
    @Parameter(
            name = "name",
            in = ParameterIn.QUERY,
            description = "a part of the host's name",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "stale",
            in = ParameterIn.QUERY,
            description = "true for hosts not heard from for three of their intervals, false for the others",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "name; worst: most findings of the highest severity first; seen: longest silent first",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"name", "worst", "seen"},
                            defaultValue = "name"))
    @Parameter(
            name = "verdict",
            in = ParameterIn.QUERY,
            description = "a PASS of a stale host is an UNKNOWN",
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
        Instant now = clock.instant();
        Parameters parameters = Parameters.of(address, "name", "verdict", "stale", "sort", "limit", "page_token");
        String name = parameters.text("name");
        HostQuery query = new HostQuery(
                name == null ? null : name.toLowerCase(Locale.ROOT),
                parameters.word("verdict", Words.in(Verdict.values()), Arrays.toString(Verdict.values())),
                parameters.truth("stale"),
                parameters.order(HostQuery.Order.values()),
                now,
                parameters.limit(),
                parameters.text("page_token"));
        parameters.check();
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
        Audit audit = audits.stored(bodies.host(host)).map(Audited::audit).orElseThrow(HostResource::unknownHost);
        return out -> AuditJson.write(audit, out);
    }

    private static RuntimeException unknownHost() {
        return ProblemType.NOT_FOUND.with("no host of this name has sent documents");
    }
}
