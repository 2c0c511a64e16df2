package io.cacheaudit.adapter.dashboard;

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
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One host, and one of its disks. */
@Path("/hosts/{host}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public final class HostPageResource {
    private static final String DISKS = "disks";

    private final HostPages pages;

    HostPageResource(HostPages pages) {
        this.pages = pages;
    }

    @GET
    @Operation(hidden = true)
    public Response host(
            @PathParam("host") String host,
            @Context UriInfo address,
            @HeaderParam(Swap.HEADER) @Nullable String asked) {
        return Answers.of(() -> {
            String name = host.toLowerCase(Locale.ROOT);
            PageQuery query = PageQuery.of(address, "/hosts/" + name, DISKS);
            Integer number = query.word(DISKS, HostPageResource::page);
            query.check();
            int page = number == null ? 1 : number;
            Optional<Response> answer = Swap.of(asked)
                    ? pages.disks(name, page).map(disks -> Answers.part(Pages.hostDisks(disks), query.address()))
                    : pages.host(name, page).map(found -> Answers.page(Pages.host(found)));
            return answer.orElseGet(() -> Answers.notFound(unknownHost()));
        });
    }

    @GET
    @Path("/disks/{disk: .+}")
    @Operation(hidden = true)
    public Response disk(@PathParam("host") String host, @PathParam("disk") String disk) {
        return Answers.of(() -> {
            String name = host.toLowerCase(Locale.ROOT);
            return pages.disk(name, disk)
                    .map(found -> Answers.page(Pages.disk(found)))
                    .orElseGet(() -> Answers.notFound(unknownDisk()));
        });
    }

    private static Optional<Integer> page(String text) {
        return text.matches("[1-9][0-9]{0,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static MessagePage unknownHost() {
        return new MessagePage(
                "No host of this name has sent documents",
                "It may be retired, or its agent has not run yet.",
                "/hosts",
                "All hosts");
    }

    private static MessagePage unknownDisk() {
        return new MessagePage(
                "The host's newest documents name no such disk",
                "It may have been detached since, or the host is retired.",
                "/disks",
                "All disks");
    }
}
