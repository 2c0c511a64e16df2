package io.cacheaudit.adapter.rest;

import io.cacheaudit.adapter.report.AuditJson;
import io.cacheaudit.adapter.rest.body.DocumentSetBody;
import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.HostAudits;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Audits of document sets that are not stored. */
@Path("/api/v1/audits")
@Tag(name = "audits")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private final DocumentSetBody bodies;
    private final HostAudits audits;

    AuditResource(DocumentSetBody bodies, HostAudits audits) {
        this.bodies = bodies;
        this.audits = audits;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA})
    @Operation(operationId = "auditDocuments", summary = "Audits a document set and stores nothing")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DocumentSet")),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(ref = "DocumentParts"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The audit document",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Audit")))
    public StreamingOutput audit(
            @Parameter(hidden = true) @HeaderParam("Content-Type") @Nullable String contentType, InputStream body) {
        Audit audit = audits.candidate(bodies.read(contentType, body, null));
        return out -> AuditJson.write(audit, out);
    }
}
