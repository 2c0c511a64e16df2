package io.cacheaudit.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rule is about: each disk, each setting that somebody wrote, or each whole document. */
public enum SubjectKind {
    DISK(DiskFields.VOCABULARY),
    SETTING(SettingFields.VOCABULARY),
    DOCUMENT(DocumentFields.VOCABULARY);

    private final Vocabulary<?> vocabulary;

    SubjectKind(Vocabulary<?> vocabulary) {
        this.vocabulary = vocabulary;
    }

    public Vocabulary<?> vocabulary() {
        return vocabulary;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SubjectKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
