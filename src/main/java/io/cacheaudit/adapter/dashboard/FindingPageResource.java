package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.RuleCatalog;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The findings as a list, and one by one. */
@Path("/findings")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public final class FindingPageResource {
    private final AuditStore store;
    private final RuleCatalog rules;
    private final Clock clock;

    FindingPageResource(AuditStore store, RuleCatalog rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response findings(@Context UriInfo address, @HeaderParam(Swap.HEADER) @Nullable String asked) {
        return Answers.of(() -> {
            PageQuery query = PageQuery.of(address, FindingsPage.PATH, FindingsPage.FILTERS);
            boolean swap = Swap.of(asked);
            FindingsPage page = FindingsPage.of(query, swap, store, rules, clock.instant());
            return Swap.answer(query, swap, () -> Pages.findings(page), () -> Pages.findings$results(page));
        });
    }

    @GET
    @Path("/{fingerprint}")
    @Operation(hidden = true)
    public Response finding(@PathParam("fingerprint") String fingerprint) {
        return Answers.of(() -> store.finding(fingerprint)
                .map(found -> Answers.page(Pages.finding(
                        FindingPage.of(found, store.documents(found.host()).orElse(null), clock.instant()))))
                .orElseGet(() -> Answers.notFound(MessagePage.noSuch("finding", "/findings", "All findings"))));
    }
}
