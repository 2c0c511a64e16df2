package io.cacheaudit.adapter.rest.body;

import io.cacheaudit.adapter.rest.problem.ErrorView;
import io.cacheaudit.adapter.rest.problem.ProblemType;
import io.cacheaudit.audit.gate.GateOptions;
import io.cacheaudit.audit.gate.GateOptionsReader;
import io.cacheaudit.audit.request.DocumentSetBuilder;
import io.cacheaudit.audit.request.DocumentSetReader;
import io.cacheaudit.audit.request.HostName;
import io.cacheaudit.audit.request.Limits;
import io.cacheaudit.audit.request.RequestProblem;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The body of a request as a document set; what is wrong with it is thrown as one problem that lists everything. */
@Singleton
public final class DocumentSetBody {
    private static final String SOURCE = "body";
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final String GATE = "gate";

    private final TreeReader json;
    private final Limits limits;
    private final int maxBytes;

    DocumentSetBody(
            TreeReader json,
            Limits limits,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBytes) {
        this.json = json;
        this.limits = limits;
        this.maxBytes = Math.toIntExact(maxBytes.asLongValue());
    }

    /** The whole body, inflated; one that is longer than the limit is refused before the rest of it is read. */
    private byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw ProblemType.CONTENT_TOO_LARGE.with("expected at most " + maxBytes + " bytes");
            }
            if (bytes.length == 0) {
                throw ProblemType.INVALID_REQUEST.with("the body is empty");
            }
            return bytes;
        } catch (IOException e) {
            throw ProblemType.INVALID_REQUEST.with("the body cannot be read to its end");
        }
    }

    /**
     * Reads the set.
     *
     * @param host of the address, null where the body may name one
     */
    public DocumentSet read(@Nullable String contentType, InputStream stream, @Nullable String host) {
        byte[] body = bytes(stream);
        DocumentSetBuilder.Result result = isMultipart(contentType)
                ? multipart(parts(contentType, body), host)
                : new DocumentSetReader(limits).read(tree(body), host);
        return set(result, List.of());
    }

    /** Reads a set and how a gate decides: members beside the documents, or of the part {@code gate}. */
    public GateRequest gate(@Nullable String contentType, InputStream stream) {
        byte[] body = bytes(stream);
        GateOptionsReader reader = new GateOptionsReader();
        if (!isMultipart(contentType)) {
            Tree tree = tree(body);
            DocumentSetBuilder.Result result =
                    new DocumentSetReader(limits, GateOptionsReader.MEMBERS).read(tree, null);
            GateOptions options = tree instanceof Tree.Fields fields ? reader.read(fields, "") : GateOptions.DEFAULT;
            return new GateRequest(set(result, reader.problems()), options);
        }
        List<Part> parts = parts(contentType, body);
        GateOptions options = GateOptions.DEFAULT;
        for (Part part : parts) {
            if (part.name().equals(GATE)) {
                options = options(part, reader);
            }
        }
        List<Part> documents =
                parts.stream().filter(part -> !part.name().equals(GATE)).toList();
        return new GateRequest(set(multipart(documents, null), reader.problems()), options);
    }

    private GateOptions options(Part part, GateOptionsReader reader) {
        Tree tree = value(json.read(GATE, part.content()), "the part gate is not JSON");
        if (tree instanceof Tree.Fields fields) {
            reader.refuseUnknown(fields, "/" + GATE);
            return reader.read(fields, "/" + GATE);
        }
        throw ProblemType.INVALID_REQUEST.with("the part gate is no object");
    }

    private static DocumentSet set(DocumentSetBuilder.Result result, List<RequestProblem> others) {
        DocumentSet set = result.set();
        if (set == null || !others.isEmpty()) {
            throw ProblemType.INVALID_REQUEST.with(
                    "the document set cannot be read",
                    Stream.concat(result.problems().stream(), others.stream())
                            .map(ErrorView::of)
                            .toList());
        }
        return set;
    }

    /** The body as JSON, whatever it holds. */
    public Tree tree(InputStream stream) {
        return tree(bytes(stream));
    }

    /** The digest that a heartbeat names, the one member it has. */
    public String digest(InputStream stream) {
        if (tree(stream) instanceof Tree.Fields heartbeat
                && heartbeat.fields().keySet().equals(Set.of("digest"))
                && heartbeat.get("digest") instanceof Tree.Scalar digest
                && DIGEST.matcher(digest.text()).matches()) {
            return digest.text();
        }
        throw ProblemType.INVALID_REQUEST.with("expected {\"digest\": \"sha256:…\"} with 64 hexadecimal digits");
    }

    private Tree tree(byte[] body) {
        return value(json.read(SOURCE, body), "the body is not JSON");
    }

    /** The name of the host in an address. */
    public String host(String text) {
        return HostName.of(text)
                .orElseThrow(() -> ProblemType.INVALID_REQUEST.with(
                        "the host in the address is no host name",
                        List.of(ErrorView.parameter("host", HostName.EXPECTED))));
    }

    private static boolean isMultipart(@Nullable String contentType) {
        return contentType != null
                && contentType.strip().toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    private List<Part> parts(@Nullable String contentType, byte[] body) {
        return value(
                MultipartBody.read(SOURCE, contentType == null ? "" : contentType, body, limits.documents() + 3),
                "the body is not multipart/form-data");
    }

    private DocumentSetBuilder.Result multipart(List<Part> parts, @Nullable String host) {
        DocumentSetBuilder builder = new DocumentSetBuilder(host == null ? HostName.CANDIDATE : host, limits);
        new MultipartDocuments(json, builder).read(parts);
        return builder.build();
    }

    private static <T> T value(Parsed<T> parsed, String detail) {
        T value = parsed.value();
        if (value == null) {
            List<Problem> problems = parsed.problems();
            throw ProblemType.INVALID_REQUEST.with(
                    detail, problems.stream().map(ErrorView::of).toList());
        }
        return value;
    }
}
