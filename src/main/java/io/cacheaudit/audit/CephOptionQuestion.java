package io.cacheaudit.audit;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.ceph.CephConf;
import io.cacheaudit.document.ceph.CephConfParser;
import io.cacheaudit.document.ceph.CephDialects;
import io.cacheaudit.document.ceph.CephOptionReader;
import io.cacheaudit.document.ceph.CephValue;
import io.cacheaudit.document.ceph.LibrbdOptions;
import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Missing;
import io.cacheaudit.version.Versions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code {"ask": "ceph-option"}}: what a client of one librbd has for an option after it read one ceph.conf. The
 * question names {@code librbd} (unknown where absent), {@code client} ({@code client.admin} where absent), {@code home},
 * {@code option}, and the file as {@code content_base64} or {@code content}.
 */
public final class CephOptionQuestion {
    private static final Provenance ANSWER = Provenance.whole("answer");
    private static final String PATH = "ceph.conf";

    private final CephDialects dialects;
    private final CephOptionReader reader;

    public CephOptionQuestion(CephDialects dialects, LibrbdOptions options) {
        this.dialects = dialects;
        this.reader = new CephOptionReader(options);
    }

    /** One question as read; {@code librbd} is null where it is unknown. */
    private record Asked(@Nullable String librbd, CephOptionReader.Client client, String option, byte[] content) {}

    /**
     * {@code outcome}, {@code value}, {@code line} and {@code column} of the deciding value or of the fault, and
     * {@code ignored}; or {@code problem}; where undetermined, null outcome and value with {@code missing}.
     */
    public Tree answer(Tree.Fields question) {
        List<Problem> problems = new ArrayList<>();
        Asked asked = read(new FieldsReader(question, problems), problems);
        if (problems.isEmpty() && !reader.options().names().contains(asked.option())) {
            problems.add(new Problem(
                    question.at(), "option: expected one of " + reader.options().names()));
        }
        Versions versions =
                asked.librbd() == null ? Versions.of(Map.of()) : Versions.of(Map.of("librbd", asked.librbd()));
        problems.addAll(versions.problems());
        return problems.isEmpty() ? answer(asked, versions) : problem(problems);
    }

    private static Asked read(FieldsReader fields, List<Problem> problems) {
        fields.tree("ask");
        String librbd = fields.optional(Component.LIBRBD.word());
        String home = fields.optional("home");
        String client = fields.optional("client");
        String option = fields.required("option");
        String base64 = fields.optional("content_base64");
        String content = fields.optional("content");
        fields.refuseUnknown();
        byte[] bytes = new byte[0];
        if (base64 != null) {
            try {
                bytes = Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException notBase64) {
                problems.add(new Problem(fields.at(), "content_base64: expected base64"));
            }
        } else if (content != null) {
            bytes = content.getBytes(StandardCharsets.UTF_8);
        } else {
            problems.add(new Problem(fields.at(), "content_base64: missing"));
        }
        String entity = client == null ? "client.admin" : client;
        if (!entity.matches("[a-z]+\\.[^\\s\\]]+")) {
            problems.add(new Problem(fields.at(), "client: expected an entity such as client.cinder"));
        }
        return new Asked(librbd, new CephOptionReader.Client(entity, home), option, bytes);
    }

    private Tree answer(Asked asked, Versions versions) {
        CephDialects.Choice choice = dialects.dialects(versions);
        Document document = Document.present(Kind.CEPH_CONF, PATH, asked.content());
        Map<Value, Tree> answers = new LinkedHashMap<>();
        for (CephDialects.Candidate candidate : choice.candidates()) {
            CephConf conf = CephConfParser.parse(document, candidate.dialect());
            CephOptionReader.Reading reading = reader.read(conf, candidate, asked.option(), asked.client());
            answers.putIfAbsent(new Value(reading.outcome(), reading.value()), answer(conf, reading));
        }
        return answers.size() == 1 ? answers.values().iterator().next() : undetermined(choice.missing());
    }

    /** What two dialects must agree on for an answer to hold whatever the version. */
    private record Value(
            CephOptionReader.Outcome outcome, @Nullable CephValue value) {}

    private static Tree answer(CephConf conf, CephOptionReader.Reading reading) {
        if (reading.outcome() == CephOptionReader.Outcome.UNDETERMINED) {
            return undetermined(reading.missing());
        }
        Map<String, Tree> fields = new LinkedHashMap<>();
        fields.put("outcome", text(reading.outcome().name().toLowerCase(Locale.ROOT)));
        CephValue value = reading.value();
        if (value != null) {
            fields.put("value", value(value));
        }
        Provenance at = at(conf, reading);
        if (at != null && !at.isWhole()) {
            fields.put("line", number(at.line()));
            fields.put("column", number(at.column()));
        }
        fields.put("ignored", items(ignored(conf, reading)));
        return fields(fields);
    }

    private static @Nullable Provenance at(CephConf conf, CephOptionReader.Reading reading) {
        Problem fault = conf.fault();
        if (fault != null) {
            return fault.at();
        }
        CephConf.Entry entry = reading.entry();
        return entry == null ? null : entry.value().at();
    }

    /** The lines that lost their effect: those the grammar drops, the fault of the file, a rejected value. */
    private static List<Tree> ignored(CephConf conf, CephOptionReader.Reading reading) {
        List<Located<String>> lines = new ArrayList<>();
        conf.ignored().forEach(line -> lines.add(new Located<>(line.why(), line.at())));
        Problem fault = conf.fault();
        if (fault != null) {
            lines.add(new Located<>(fault.message(), fault.at()));
        }
        CephConf.Entry entry = reading.entry();
        String rejected = reading.rejected();
        if (entry != null && rejected != null) {
            lines.add(new Located<>(rejected, entry.value().at()));
        }
        List<Tree> items = new ArrayList<>();
        for (Located<String> line : lines) {
            Map<String, Tree> item = new LinkedHashMap<>();
            item.put("line", number(line.at().line()));
            item.put("why", text(line.value()));
            items.add(fields(item));
        }
        return items;
    }

    private static Tree value(CephValue value) {
        return value.fold(
                flag -> new Tree.Scalar(ANSWER, Tree.Type.BOOLEAN, flag.printed()),
                whole -> new Tree.Scalar(ANSWER, Tree.Type.NUMBER, whole.printed()),
                real -> new Tree.Scalar(
                        ANSWER, Double.isFinite(real.value()) ? Tree.Type.NUMBER : Tree.Type.STRING, real.printed()),
                text -> text(text.value()));
    }

    private static Tree undetermined(List<Missing> missing) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        Tree none = new Tree.Scalar(ANSWER, Tree.Type.NULL, "null");
        fields.put("outcome", none);
        fields.put("value", none);
        List<Tree> items = new ArrayList<>();
        for (Missing each : missing) {
            Map<String, Tree> item = new LinkedHashMap<>();
            item.put("name", text(each.name()));
            String collect = each.collect();
            item.put("collect", collect == null ? none : text(collect));
            String because = each.because();
            if (because != null) {
                item.put("because", text(because));
            }
            items.add(fields(item));
        }
        fields.put("missing", items(items));
        return fields(fields);
    }

    private static Tree problem(List<Problem> problems) {
        String message = problems.stream().map(Problem::message).distinct().collect(Collectors.joining("; "));
        return fields(Map.of("problem", text(message)));
    }

    private static Tree fields(Map<String, Tree> values) {
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(name, new Tree.Field(ANSWER, value)));
        return new Tree.Fields(ANSWER, fields);
    }

    private static Tree items(List<Tree> items) {
        return new Tree.Items(ANSWER, items);
    }

    private static Tree text(String text) {
        return new Tree.Scalar(ANSWER, Tree.Type.STRING, text);
    }

    private static Tree number(int number) {
        return new Tree.Scalar(ANSWER, Tree.Type.NUMBER, String.valueOf(number));
    }
}
