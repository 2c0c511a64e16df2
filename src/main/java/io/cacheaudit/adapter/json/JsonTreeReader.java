package io.cacheaudit.adapter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON (RFC 8259, UTF-8) to trees. Depth, bytes, and the lengths of names and numbers are bounded. */
public final class JsonTreeReader implements TreeReader {
    /** How deep objects and lists may nest. */
    public static final int MAX_DEPTH = 100;

    private static final int MAX_NAME = 4096;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_DUPLICATES = 100;

    private final int maxBytes;
    private final JsonFactory factory;

    /** @param maxBytes the longest text that is read */
    public JsonTreeReader(int maxBytes) {
        this.maxBytes = maxBytes;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNameLength(MAX_NAME)
                        .maxNumberLength(MAX_NUMBER)
                        .maxStringLength(maxBytes)
                        .build())
                .build();
    }

    @Override
    public Parsed<Tree> read(String source, byte[] bytes) {
        if (bytes.length > maxBytes) {
            return Parsed.failed(Provenance.whole(source), "expected at most " + maxBytes + " bytes");
        }
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
        TextPositions positions = new TextPositions(source, decoded.array(), decoded.position());
        return result.isError()
                ? Parsed.failed(positions.at(decoded.position()), "expected UTF-8")
                : new Reading(positions).read(decoded.array(), decoded.position());
    }

    /** One text being read. */
    private final class Reading {
        private final TextPositions positions;
        private final List<Problem> problems = new ArrayList<>();
        private Provenance latest;

        Reading(TextPositions positions) {
            this.positions = positions;
            this.latest = positions.at(0);
        }

        Parsed<Tree> read(char[] text, int length) {
            try (JsonParser parser = factory.createParser(text, 0, length)) {
                if (parser.nextToken() == null) {
                    return Parsed.failed(positions.at(length), "expected JSON, found nothing");
                }
                Tree tree = value(parser);
                Provenance end = positions.at(parser.currentLocation().getCharOffset());
                if (parser.nextToken() != null) {
                    problems.add(new Problem(end, "expected the end of the text behind the value"));
                }
                return new Parsed<>(problems.isEmpty() ? tree : null, problems);
            } catch (JsonProcessingException e) {
                problems.add(new Problem(place(e), reason(e)));
                return new Parsed<>(null, problems);
            } catch (IOException e) {
                return Parsed.failed(positions.at(0), "could not be read");
            }
        }

        /** A bound that is broken has no place of its own: then it is that of the token before. */
        private Provenance place(JsonProcessingException problem) {
            JsonLocation location = problem.getLocation();
            return location == null ? latest : positions.at(Math.max(0, location.getCharOffset()));
        }

        private Tree value(JsonParser parser) throws IOException {
            Provenance at = positions.at(parser.currentTokenLocation().getCharOffset());
            latest = at;
            JsonToken token = parser.currentToken();
            return switch (token) {
                case START_OBJECT -> fields(parser, at);
                case START_ARRAY -> items(parser, at);
                case VALUE_STRING -> new Tree.Scalar(at, Tree.Type.STRING, parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Tree.Scalar(at, Tree.Type.NUMBER, parser.getText());
                case VALUE_TRUE, VALUE_FALSE -> new Tree.Scalar(at, Tree.Type.BOOLEAN, parser.getText());
                case VALUE_NULL -> new Tree.Scalar(at, Tree.Type.NULL, "null");
                case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("a text parser has no token " + token + " here");
            };
        }

        private Tree items(JsonParser parser, Provenance at) throws IOException {
            List<Tree> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Tree.Items(at, items);
        }

        private Tree fields(JsonParser parser, Provenance at) throws IOException {
            Map<String, Tree.Field> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                Provenance keyAt = positions.at(parser.currentTokenLocation().getCharOffset());
                String name = parser.currentName();
                parser.nextToken();
                Tree.Field first = fields.putIfAbsent(name, new Tree.Field(keyAt, value(parser)));
                if (first != null && problems.size() < MAX_DUPLICATES) {
                    problems.add(new Problem(
                            keyAt,
                            "member stands twice, first at line "
                                    + first.keyAt().line() + ", column "
                                    + first.keyAt().column()));
                }
            }
            return new Tree.Fields(at, fields);
        }
    }

    /** The parser's own words may repeat what the text holds; these do not. */
    private static String reason(JsonProcessingException problem) {
        if (problem instanceof JsonEOFException) {
            return "the text ends inside a value";
        }
        return problem instanceof JsonParseException
                ? "not valid JSON"
                : "nests deeper than " + MAX_DEPTH + " or holds a name or number that is too long";
    }
}
