package io.cacheaudit.adapter.rest;

import io.cacheaudit.audit.Page;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;

/** A page of a list as a file; the next one stands in the header {@code Link}. */
final class Csv {
    /** Who does not ask for it gets JSON. */
    static final String ASKED_FOR = "text/csv;qs=0.1";

    private static final String TYPE = "text/csv;charset=UTF-8";

    private Csv() {}

    /** Writes the items of a page. */
    @FunctionalInterface
    interface Writer<T> {
        void write(List<T> items, OutputStream out) throws IOException;
    }

    static <T> Response of(UriInfo address, Page<T> page, Writer<T> writer) {
        StreamingOutput body = out -> writer.write(page.items(), out);
        Response.ResponseBuilder answer = Response.ok(body, TYPE);
        if (page.nextPageToken() != null) {
            URI next = address.getRequestUriBuilder()
                    .replaceQueryParam("page_token", page.nextPageToken())
                    .build();
            answer.link(next, "next");
        }
        return answer.build();
    }
}
