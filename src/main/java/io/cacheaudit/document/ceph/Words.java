package io.cacheaudit.document.ceph;

import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.NearestName;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words by which rows name behaviours: an enum constant in lower case. */
final class Words {
    private Words() {}

    /** The one constant that a field names; a problem, and the first constant, where it names none. */
    static <E extends Enum<E>> E one(FieldsReader row, String field, Class<E> type, List<Problem> problems) {
        String word = row.required(field);
        return constant(word, field, type, row.at(), problems);
    }

    /** The constants that a field lists, in its order. */
    static <E extends Enum<E>> List<E> all(FieldsReader row, String field, Class<E> type, List<Problem> problems) {
        List<E> constants = new ArrayList<>();
        for (String word : row.texts(field)) {
            constants.add(constant(word, field, type, row.at(), problems));
        }
        return constants;
    }

    static <E extends Enum<E>> E constant(
            String word, String field, Class<E> type, Provenance at, List<Problem> problems) {
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT);
            if (name.equals(word)) {
                return constant;
            }
            known.add(name);
        }
        problems.add(new Problem(
                at, field + ": expected one of " + known + ", found \"" + word + "\"" + NearestName.hint(word, known)));
        return Arrays.asList(type.getEnumConstants()).get(0);
    }

    /** True for the word true; a problem for anything but true, false or an absent field. */
    static boolean flag(FieldsReader row, String field, List<Problem> problems) {
        String word = row.optional(field);
        if (word != null && !word.equals("true") && !word.equals("false")) {
            problems.add(new Problem(row.at(), field + ": expected true or false, found \"" + word + "\""));
        }
        return "true".equals(word) && row.tree(field) instanceof Tree.Scalar;
    }
}
