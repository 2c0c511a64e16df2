package io.cacheaudit.rule;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.Remark;
import java.util.List;
import java.util.function.Function;

/** The fields of a setting that somebody wrote in a document. */
final class SettingFields {
    static final Vocabulary<Remark> VOCABULARY = new Vocabulary<>(List.of(
            text("setting.kind", Remark::kind),
            text("setting.document", Remark::document),
            text("setting.section", Remark::section),
            text("setting.key", Remark::key),
            text("setting.why", Remark::why),
            new Field<>(
                    "setting.line",
                    FieldType.INT,
                    "",
                    remark -> Effective.known((long) remark.at().line(), remark.at())),
            new Field<>("setting.ignored", FieldType.STRING, "nothing", SettingFields::ignored)));

    private SettingFields() {}

    static Field<Remark> text(String path, Function<Remark, String> read) {
        return new Field<>(path, FieldType.STRING, "none", remark -> Effective.known(read.apply(remark), remark.at()));
    }

    /** The reason's word, resting on the place of the setting too. */
    static Effective<?> ignored(Remark remark) {
        return Effective.known("", remark.at()).flatMap(nothing -> remark.ignored());
    }
}
