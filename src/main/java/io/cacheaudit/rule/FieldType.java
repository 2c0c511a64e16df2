package io.cacheaudit.rule;

/** The type of a field of the vocabulary, and so of its values: Boolean, Long, Double or String. */
public enum FieldType {
    BOOL(Boolean.class),
    INT(Long.class),
    DOUBLE(Double.class),
    STRING(String.class);

    private final Class<?> valueType;

    FieldType(Class<?> valueType) {
        this.valueType = valueType;
    }

    public Class<?> valueType() {
        return valueType;
    }
}
