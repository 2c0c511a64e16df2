package io.cacheaudit.audit.gate;

import io.cacheaudit.audit.request.RequestProblem;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Waiver;
import io.cacheaudit.text.NearestName;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"fail_on", "fail_on_unknown", "baseline", "waivers"}}; what is wrong is collected with JSON pointers. */
public final class GateOptionsReader {
    /** The members of a request body that are read here. */
    public static final Set<String> MEMBERS = Set.of("fail_on", "fail_on_unknown", "baseline", "waivers");

    private static final Pattern FINGERPRINT = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int MAX_WAIVERS = 1_000;
    private static final int MAX_BASELINE = 200_000;
    private static final int MAX_PROBLEMS = 100;

    private final List<RequestProblem> problems = new ArrayList<>();

    /** Everything that is wrong with what was read, at most a hundred. */
    public List<RequestProblem> problems() {
        return List.copyOf(problems);
    }

    /** The options that an object states; a member that is absent or null has its default. */
    public GateOptions read(Tree.Fields fields, String pointer) {
        Tree waivers = given(fields, "waivers");
        Tree baseline = given(fields, "baseline");
        return new GateOptions(
                failOn(given(fields, "fail_on"), pointer + "/fail_on"),
                flag(given(fields, "fail_on_unknown"), pointer + "/fail_on_unknown"),
                waivers == null ? List.of() : waivers(waivers, pointer + "/waivers"),
                baseline == null ? null : baseline(baseline, pointer + "/baseline"));
    }

    /** Reports every member that is none of {@link #MEMBERS}. */
    public void refuseUnknown(Tree.Fields fields, String pointer) {
        refuseUnknown(fields, pointer, MEMBERS);
    }

    /** Waivers as a list, or as the member {@code waivers} of an object. */
    public List<Waiver> waivers(Tree tree, String pointer) {
        if (tree instanceof Tree.Fields fields && fields.get("waivers") instanceof Tree.Items items) {
            return waivers(items, pointer + "/waivers");
        }
        if (!(tree instanceof Tree.Items items) || items.items().size() > MAX_WAIVERS) {
            problem(pointer, tree.at(), "waivers: expected a list of at most " + MAX_WAIVERS);
            return List.of();
        }
        List<Waiver> waivers = new ArrayList<>();
        WaiverReader reader = new WaiverReader(this);
        for (int i = 0; i < items.items().size(); i++) {
            Waiver waiver = reader.read(items.items().get(i), pointer + "/" + i);
            if (waiver != null) {
                waivers.add(waiver);
            }
        }
        return waivers;
    }

    /** Fingerprints as a list, or the {@code findings} of an audit document or of a gate's answer. */
    public Set<String> baseline(Tree tree, String pointer) {
        boolean answer = tree instanceof Tree.Fields fields && fields.get("findings") instanceof Tree.Items;
        Tree list = answer ? ((Tree.Fields) tree).get("findings") : tree;
        String place = answer ? pointer + "/findings" : pointer;
        if (!(list instanceof Tree.Items items) || items.items().size() > MAX_BASELINE) {
            problem(pointer, tree.at(), "baseline: expected a list of at most " + MAX_BASELINE + " fingerprints");
            return Set.of();
        }
        Set<String> known = new HashSet<>();
        for (int i = 0; i < items.items().size(); i++) {
            Tree item = items.items().get(i);
            Tree fingerprint = item instanceof Tree.Fields finding ? finding.get("fingerprint") : item;
            if (fingerprint instanceof Tree.Scalar scalar
                    && FINGERPRINT.matcher(scalar.text()).matches()) {
                known.add(scalar.text());
            } else {
                problem(place + "/" + i, item.at(), "expected a fingerprint, sha256: and 64 lower-case hex digits");
            }
        }
        return known;
    }

    private Severity failOn(@Nullable Tree tree, String pointer) {
        if (tree == null) {
            return GateOptions.DEFAULT.failOn();
        }
        List<String> words =
                Arrays.stream(Severity.values()).map(Severity::word).toList();
        String word = tree instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.STRING ? scalar.text() : "";
        return Severity.of(word).orElseGet(() -> {
            problem(pointer, tree.at(), "fail_on: expected one of " + words + NearestName.hint(word, words));
            return GateOptions.DEFAULT.failOn();
        });
    }

    private boolean flag(@Nullable Tree tree, String pointer) {
        if (tree == null) {
            return false;
        }
        if (tree instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.BOOLEAN) {
            return scalar.text().equals("true");
        }
        problem(pointer, tree.at(), "fail_on_unknown: expected true or false");
        return false;
    }

    /** A member, null where it is absent or null. */
    static @Nullable Tree given(Tree.Fields fields, String name) {
        Tree tree = fields.get(name);
        return tree instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NULL ? null : tree;
    }

    void refuseUnknown(Tree.Fields fields, String pointer, Set<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        fields.fields().forEach((name, field) -> {
            if (!known.contains(name)) {
                problem(
                        RequestProblem.pointer(pointer, name),
                        field.keyAt(),
                        "unknown member" + NearestName.hint(name, sorted));
            }
        });
    }

    void problem(String pointer, Provenance at, String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(RequestProblem.of(pointer, at, message));
        }
    }
}
