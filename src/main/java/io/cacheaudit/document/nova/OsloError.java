package io.cacheaudit.document.nova;

/** The exception that oslo.config raises; {@code word} is its class. */
public enum OsloError {
    PARSE("ConfigFileParseError"),
    VALUE("ConfigFileValueError"),
    NO_SUCH_OPTION("NoSuchOptError"),
    NO_SUCH_GROUP("NoSuchGroupError"),
    SUBSTITUTION("TemplateSubstitutionError"),
    RECURSION("RecursionError");

    private final String word;

    OsloError(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
