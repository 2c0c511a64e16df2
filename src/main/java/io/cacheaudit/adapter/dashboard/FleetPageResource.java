package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.FleetStore;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The fleet, and its hosts and disks as lists. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public final class FleetPageResource {
    private final AuditStore store;
    private final FleetStore fleet;
    private final Clock clock;

    FleetPageResource(AuditStore store, FleetStore fleet, Clock clock) {
        this.store = store;
        this.fleet = fleet;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response fleet(@Context UriInfo address) {
        return Answers.of(() -> Answers.page(Pages.fleet(
                FleetPage.of(store, fleet, clock.instant()),
                address.getBaseUri().toString())));
    }

    @GET
    @Path("hosts")
    @Operation(hidden = true)
    public Response hosts(@Context UriInfo address, @HeaderParam(Swap.HEADER) @Nullable String asked) {
        return Answers.of(() -> {
            PageQuery query = PageQuery.of(address, HostsPage.PATH, HostsPage.FILTERS);
            boolean swap = Swap.of(asked);
            HostsPage page = HostsPage.of(query, swap, store, clock.instant());
            return Swap.answer(query, swap, () -> Pages.hosts(page), () -> Pages.hosts$results(page));
        });
    }

    @GET
    @Path("disks")
    @Operation(hidden = true)
    public Response disks(@Context UriInfo address, @HeaderParam(Swap.HEADER) @Nullable String asked) {
        return Answers.of(() -> {
            PageQuery query = PageQuery.of(address, DisksPage.PATH, DisksPage.FILTERS);
            boolean swap = Swap.of(asked);
            DisksPage page = DisksPage.of(query, swap, fleet);
            return Swap.answer(query, swap, () -> Pages.disks(page), () -> Pages.disks$results(page));
        });
    }
}
