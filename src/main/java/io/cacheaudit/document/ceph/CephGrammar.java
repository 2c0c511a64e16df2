package io.cacheaudit.document.ceph;

import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.version.Version;
import java.util.List;

/** The grammar of ceph.conf. */
public enum CephGrammar {
    /** Hand-written, line by line; a malformed line is dropped. */
    LINES,
    /** Boost.Spirit; a malformed line refuses the file. */
    SPIRIT;

    /**
     * What a row of the grammar table says.
     *
     * @param abortingBuild text that marks the builds whose assertions abort on a byte that is not ASCII and that the
     *     grammar looks at, such as {@code +ds} for Debian's; empty where none is known
     * @param representatives releases that stand for the row where the version is unknown
     */
    public record Rule(CephGrammar grammar, String abortingBuild, List<String> representatives) {
        public Rule {
            representatives = List.copyOf(representatives);
        }

        /** Reads {@code grammar}, {@code aborts_on_non_ascii_in_build} and {@code representatives} of a row. */
        public static Rule from(FieldsReader row) {
            String marker = row.optional("aborts_on_non_ascii_in_build");
            return new Rule(
                    row.named("grammar", CephGrammar.class),
                    marker == null ? "" : marker,
                    row.texts("representatives"));
        }

        boolean abortsIn(Version librbd) {
            return !abortingBuild.isEmpty() && librbd.text().contains(abortingBuild);
        }
    }
}
