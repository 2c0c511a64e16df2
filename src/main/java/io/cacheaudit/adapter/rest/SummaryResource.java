package io.cacheaudit.adapter.rest;

import io.cacheaudit.adapter.rest.view.SummaryView;
import io.cacheaudit.audit.FleetStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The fleet in numbers. */
@Path("/api/v1/summary")
@Tag(name = "fleet")
@Produces(MediaType.APPLICATION_JSON)
public final class SummaryResource {
    private final FleetStore fleet;
    private final Clock clock;

    SummaryResource(FleetStore fleet, Clock clock) {
        this.fleet = fleet;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "getSummary", summary = "Counts over all hosts")
    public SummaryView summary(@Context UriInfo address) {
        Parameters.of(address).check();
        return SummaryView.of(fleet.summary(clock.instant()));
    }
}
