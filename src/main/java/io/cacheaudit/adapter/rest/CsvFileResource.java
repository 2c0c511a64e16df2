package io.cacheaudit.adapter.rest;

import io.cacheaudit.adapter.report.FleetCsv;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.DiskQuery;
import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.audit.FleetStore;
import io.cacheaudit.audit.Page;
import io.cacheaudit.audit.StoredDisk;
import io.cacheaudit.audit.StoredFinding;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Lists as files under addresses of their own, for the links of pages: a browser that follows one cannot say in its
 * headers which form it wants. A file holds the first rows of the whole list, whatever page it is asked from.
 */
@Path("/")
@Produces(CsvFileResource.TYPE)
public final class CsvFileResource {
    /** How many rows one file holds. */
    static final int ROWS = 10_000;

    static final String TYPE = "text/csv";

    private static final int PAGE = 1000;

    private final AuditStore store;
    private final FleetStore fleet;

    CsvFileResource(AuditStore store, FleetStore fleet) {
        this.store = store;
        this.fleet = fleet;
    }

    @GET
    @Path("findings.csv")
    @Operation(hidden = true)
    public Response findings(@Context UriInfo address) {
        FindingQuery asked = FindingResource.query(address);
        List<StoredFinding> all = all(token -> store.findings(new FindingQuery(
                asked.host(),
                asked.rule(),
                asked.severity(),
                asked.status(),
                asked.open(),
                asked.order(),
                PAGE,
                token)));
        return file("findings.csv", out -> FleetCsv.findings(all, out));
    }

    @GET
    @Path("disks.csv")
    @Operation(hidden = true)
    public Response disks(@Context UriInfo address) {
        DiskQuery asked = DiskResource.query(address);
        List<StoredDisk> all = all(token -> fleet.disks(new DiskQuery(
                asked.host(),
                asked.domain(),
                asked.protocol(),
                asked.configured(),
                asked.mode(),
                asked.state(),
                asked.atRisk(),
                asked.unknown(),
                asked.order(),
                PAGE,
                token)));
        return file("disks.csv", out -> FleetCsv.disks(all, out));
    }

    private static <T> List<T> all(Function<@Nullable String, Page<T>> list) {
        List<T> all = new ArrayList<>();
        String token = null;
        do {
            Page<T> page = list.apply(token);
            all.addAll(page.items());
            token = page.nextPageToken();
        } while (token != null && all.size() < ROWS);
        return all;
    }

    private static Response file(String name, StreamingOutput content) {
        return Response.ok(content, TYPE + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=" + name)
                .header("Cache-Control", "no-store")
                .build();
    }
}
