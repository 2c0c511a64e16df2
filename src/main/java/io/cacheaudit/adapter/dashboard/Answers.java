package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.BadPageToken;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;

/** Pages as answers: never kept by a browser, and in words where something is not right. */
final class Answers {
    private static final int RETRY_SECONDS = 5;

    private Answers() {}

    /** What {@code page} answers, or a page that says why it does not. */
    static Response of(Supplier<Response> page) {
        try {
            return page.get();
        } catch (PageQuery.NotUnderstood e) {
            return message(
                    400,
                    new MessagePage(
                            "This address is not understood",
                            "No list is shown, because it might not be the one asked for. Not understood: " + e.parts()
                                    + ".",
                            "/",
                            "The fleet"));
        } catch (BadPageToken e) {
            return message(
                    400,
                    new MessagePage(
                            "This address is not understood",
                            "Its page_token belongs to another list. Open the list from its beginning.",
                            "/",
                            "The fleet"));
        } catch (AuditStore.StoreException e) {
            return Response.fromResponse(message(
                            503,
                            new MessagePage(
                                    "The database does not answer",
                                    "Nothing is lost. Load this page again in a few seconds.",
                                    "/",
                                    "The fleet")))
                    .header("Retry-After", RETRY_SECONDS)
                    .build();
        }
    }

    static Response page(TemplateInstance template) {
        return page(200, template);
    }

    /** The results of a list alone, under the address of the list. */
    static Response part(TemplateInstance template, String address) {
        return Response.fromResponse(page(200, template))
                .header("HX-Push-Url", address)
                .build();
    }

    static Response notFound(MessagePage page) {
        return message(404, page);
    }

    /** The same list under an address without empty parameters, which forms send for filters that are not set. */
    static Response seeOther(String address) {
        return Response.seeOther(URI.create(address))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response message(int status, MessagePage page) {
        return page(status, Pages.message(page));
    }

    private static Response page(int status, TemplateInstance template) {
        return Response.status(status)
                .entity(template)
                .header("Cache-Control", "no-store")
                .build();
    }
}
