package io.cacheaudit.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON reader for tests of the core, which has none of its own. */
public final class JsonTrees implements TreeReader {
    @Override
    public Parsed<Tree> read(String source, byte[] bytes) {
        try (JsonParser json = new JsonFactory().createParser(bytes)) {
            json.nextToken();
            return Parsed.of(tree(source, json));
        } catch (IOException e) {
            return Parsed.failed(new Provenance(source, 1, 1), "malformed");
        }
    }

    private static Tree tree(String source, JsonParser json) throws IOException {
        Provenance at = at(source, json);
        if (json.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Tree.Field> fields = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                Provenance keyAt = at(source, json);
                String name = json.currentName();
                json.nextToken();
                fields.put(name, new Tree.Field(keyAt, tree(source, json)));
            }
            return new Tree.Fields(at, fields);
        }
        if (json.currentToken() == JsonToken.START_ARRAY) {
            List<Tree> items = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                items.add(tree(source, json));
            }
            return new Tree.Items(at, items);
        }
        Tree.Type type = json.currentToken() == JsonToken.VALUE_NULL
                ? Tree.Type.NULL
                : json.currentToken().isNumeric()
                        ? Tree.Type.NUMBER
                        : json.currentToken().isBoolean() ? Tree.Type.BOOLEAN : Tree.Type.STRING;
        return new Tree.Scalar(at, type, json.getText());
    }

    private static Provenance at(String source, JsonParser json) {
        return new Provenance(
                source,
                json.currentTokenLocation().getLineNr(),
                json.currentTokenLocation().getColumnNr());
    }
}
