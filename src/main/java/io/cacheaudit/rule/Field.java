package io.cacheaudit.rule;

import io.cacheaudit.effective.Effective;
import java.util.function.Function;

/**
 * One name that conditions and texts of rules may use.
 *
 * @param path dotted, as conditions spell it
 * @param absent how texts word an empty string: a value that is written nowhere
 * @param read the value for a subject, of the field's type; the empty string, 0 or false where the subject has no such
 *     thing
 * @param <S> what the rule is about
 */
public record Field<S>(String path, FieldType type, String absent, Function<S, Effective<?>> read) {}
