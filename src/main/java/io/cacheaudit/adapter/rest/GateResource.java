package io.cacheaudit.adapter.rest;

import io.cacheaudit.adapter.report.GateFormat;
import io.cacheaudit.adapter.report.ReportPaths;
import io.cacheaudit.adapter.rest.body.DocumentSetBody;
import io.cacheaudit.adapter.rest.body.GateRequest;
import io.cacheaudit.audit.gate.Gate;
import io.cacheaudit.audit.gate.GateResult;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Verdicts over document sets that are not stored. */
@Path("/api/v1/gate")
@Tag(name = "gate")
public final class GateResource {
    private static final String VERDICT = "Audit-Verdict";

    private final DocumentSetBody bodies;
    private final Gate gate;

    GateResource(DocumentSetBody bodies, Gate gate) {
        this.bodies = bodies;
        this.gate = gate;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA})
    @Operation(operationId = "gateDocuments", summary = "Passes or fails a document set and stores nothing")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "text", "sarif", "junit", "gitlab", "github", "markdown"},
                            defaultValue = "json"))
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "GateSet")),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(ref = "GateParts"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The verdict, whatever it is, in the format asked for",
            headers =
                    @Header(
                            name = VERDICT,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"PASS", "FAIL", "UNKNOWN"})),
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "GateAnswer")),
                @Content(mediaType = "application/sarif+json"),
                @Content(mediaType = MediaType.APPLICATION_XML),
                @Content(mediaType = MediaType.TEXT_PLAIN),
                @Content(mediaType = "text/markdown")
            })
    public Response judge(
            @Parameter(hidden = true) @HeaderParam("Content-Type") @Nullable String contentType,
            @Context UriInfo address,
            InputStream body) {
        Parameters parameters = Parameters.of(address, "format");
        GateFormat asked = parameters.word("format", GateFormat::of, GateFormat.words());
        parameters.check();
        GateFormat format = asked == null ? GateFormat.JSON : asked;
        GateRequest request = bodies.gate(contentType, body);
        GateResult result = gate.judge(request.set(), request.options());
        return Response.ok(format.bytes(result, ReportPaths.ofHost()), format.mediaType())
                .header(VERDICT, result.verdict().name())
                .build();
    }
}
