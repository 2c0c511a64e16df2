package io.cacheaudit.rule;

import io.cacheaudit.effective.Remark;
import java.util.List;

/** The fields of a whole document. */
final class DocumentFields {
    static final Vocabulary<Remark> VOCABULARY = new Vocabulary<>(List.of(
            SettingFields.text("document.kind", Remark::kind),
            SettingFields.text("document.path", Remark::document),
            SettingFields.text("document.why", Remark::why),
            new Field<>("document.ignored", FieldType.STRING, "nothing", SettingFields::ignored)));

    private DocumentFields() {}
}
