package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.HostAudits;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public final class PageResource {
    /** No script, no foreign address, no inline style: whatever a host's names hold, a page does nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final AuditStore store;
    private final HostAudits audits;
    private final Clock clock;

    PageResource(AuditStore store, HostAudits audits, Clock clock) {
        this.store = store;
        this.audits = audits;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response fleet(@Context UriInfo address) {
        return page(
                200,
                Pages.fleet(
                        FleetPage.of(store, clock.instant()),
                        address.getBaseUri().toString()));
    }

    @GET
    @Path("/hosts/{host}")
    @Operation(hidden = true)
    public Response host(@PathParam("host") String host) {
        return audits.stored(host.toLowerCase(Locale.ROOT))
                .map(audited -> page(200, Pages.host(HostPage.of(audited.audit()))))
                .orElseGet(() -> page(404, Pages.absent(Printable.of(host))));
    }

    private static Response page(int status, TemplateInstance template) {
        return Response.status(status)
                .entity(template)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .build();
    }
}
