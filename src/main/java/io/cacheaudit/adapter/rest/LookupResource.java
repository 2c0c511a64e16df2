package io.cacheaudit.adapter.rest;

import io.cacheaudit.adapter.rest.body.DocumentSetBody;
import io.cacheaudit.adapter.rest.problem.ProblemType;
import io.cacheaudit.audit.Lookup;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeWriter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single questions to the engine. */
@Path("/api/v1/lookups")
@Tag(name = "lookups")
@Produces(MediaType.APPLICATION_JSON)
public final class LookupResource {
    private static final int MAX_QUESTIONS = 10_000;

    private final DocumentSetBody bodies;
    private final Lookup lookup;
    private final TreeWriter json;

    LookupResource(DocumentSetBody bodies, Lookup lookup, TreeWriter json) {
        this.bodies = bodies;
        this.lookup = lookup;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "lookUp", summary = "Answers one question, or up to 10,000 at once")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Lookup")))
    @APIResponse(
            responseCode = "200",
            description = "The answer, or the answers in the order of the questions",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "LookupAnswer")))
    public StreamingOutput answer(InputStream body) {
        if (!(bodies.tree(body) instanceof Tree.Fields question)) {
            throw ProblemType.INVALID_REQUEST.with("expected one question as an object, or {\"questions\": [...]}");
        }
        Tree answer = question.get("questions") == null ? lookup.answer(question) : answers(question);
        return out -> json.write(answer, out);
    }

    private Tree answers(Tree.Fields body) {
        Tree questions = body.get("questions");
        if (!(questions instanceof Tree.Items items) || items.items().size() > MAX_QUESTIONS) {
            throw ProblemType.INVALID_REQUEST.with("questions: expected a list of at most " + MAX_QUESTIONS);
        }
        List<Tree> answers = items.items().stream()
                .map(item -> item instanceof Tree.Fields question
                        ? lookup.answer(question)
                        : Lookup.problem("expected a question as an object"))
                .toList();
        Tree list = new Tree.Items(items.at(), answers);
        return new Tree.Fields(items.at(), Map.of("answers", new Tree.Field(items.at(), list)));
    }
}
