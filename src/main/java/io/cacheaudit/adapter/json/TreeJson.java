package io.cacheaudit.adapter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.regex.Pattern;

/** Trees as JSON, in the order of their fields. */
public final class TreeJson implements TreeWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    @Override
    public void write(Tree tree, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            write(tree, json);
        }
    }

    private static void write(Tree tree, JsonGenerator json) throws IOException {
        if (tree instanceof Tree.Scalar scalar) {
            scalar(scalar, json);
        } else if (tree instanceof Tree.Items items) {
            json.writeStartArray();
            for (Tree item : items.items()) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (tree instanceof Tree.Fields fields) {
            json.writeStartObject();
            for (Map.Entry<String, Tree.Field> field : fields.fields().entrySet()) {
                json.writeFieldName(field.getKey());
                write(field.getValue().value(), json);
            }
            json.writeEndObject();
        }
    }

    private static void scalar(Tree.Scalar scalar, JsonGenerator json) throws IOException {
        switch (scalar.type()) {
            case STRING -> json.writeString(scalar.text());
            case NUMBER -> number(scalar.text(), json);
            case BOOLEAN -> json.writeBoolean(scalar.text().equals("true"));
            case NULL -> json.writeNull();
        }
    }

    /** YAML knows numbers that JSON does not: those stay texts. */
    private static void number(String text, JsonGenerator json) throws IOException {
        if (NUMBER.matcher(text).matches()) {
            json.writeNumber(text);
        } else {
            json.writeString(text);
        }
    }
}
