package io.cacheaudit.adapter.rest;

import io.cacheaudit.adapter.report.FleetCsv;
import io.cacheaudit.adapter.rest.view.DiskView;
import io.cacheaudit.adapter.rest.view.ListView;
import io.cacheaudit.audit.DiskQuery;
import io.cacheaudit.audit.FleetStore;
import io.cacheaudit.effective.durability.Writes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The disks of the fleet. */
@Path("/api/v1/disks")
@Tag(name = "fleet")
@Produces(MediaType.APPLICATION_JSON)
public final class DiskResource {
    private final FleetStore fleet;

    DiskResource(FleetStore fleet) {
        this.fleet = fleet;
    }

    @GET
    @Operation(operationId = "listDisks", summary = "The disks of all hosts, filtered and sorted")
    @Parameter(name = "host", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "domain", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "protocol",
            in = ParameterIn.QUERY,
            description = "the protocol of a network source, else the source's type: rbd, gluster, file …",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "configured",
            in = ParameterIn.QUERY,
            description = "the cache attribute as written",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "mode",
            in = ParameterIn.QUERY,
            description = "the drive cache mode in effect",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "the state of the rbd cache",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "at_risk",
            in = ParameterIn.QUERY,
            description = "only disks that can lose such writes",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"flushed", "unflushed", "never_flushing_guest"}))
    @Parameter(
            name = "unknown",
            in = ParameterIn.QUERY,
            description = "true for disks of which something is unknown, false for the others",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "host, then guest and target; or risk: what can lose most first",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"host", "risk"},
                            defaultValue = "host"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Parameter(name = "page_token", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public ListView<DiskView> list(@Context UriInfo address) {
        return ListView.of(fleet.disks(query(address)), DiskView::of);
    }

    @GET
    @Produces(Csv.ASKED_FOR)
    @Operation(hidden = true)
    public Response csv(@Context UriInfo address) {
        return Csv.of(address, fleet.disks(query(address)), FleetCsv::disks);
    }

    static DiskQuery query(UriInfo address) {
        Parameters parameters = Parameters.of(
                address,
                "host",
                "domain",
                "protocol",
                "configured",
                "mode",
                "state",
                "at_risk",
                "unknown",
                "sort",
                "limit",
                "page_token");
        DiskQuery query = new DiskQuery(
                parameters.text("host"),
                parameters.text("domain"),
                parameters.text("protocol"),
                parameters.text("configured"),
                parameters.text("mode"),
                parameters.text("state"),
                parameters.word("at_risk", Words.lowerCase(Writes.values()), Words.list(Writes.values())),
                parameters.truth("unknown"),
                parameters.order(DiskQuery.Order.values()),
                parameters.limit(),
                parameters.text("page_token"));
        parameters.check();
        return query;
    }
}
