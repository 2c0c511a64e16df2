package io.cacheaudit.document.ceph;

import java.util.Locale;
import java.util.function.Function;

/** The value of a Ceph option. */
public sealed interface CephValue {
    <R> R fold(
            Function<? super Flag, R> flag,
            Function<? super Whole, R> whole,
            Function<? super Real, R> real,
            Function<? super Text, R> text);

    /** The value as Ceph prints it, but for trailing zeros of a real number. */
    default String printed() {
        return fold(
                flag -> String.valueOf(flag.value()),
                whole -> String.valueOf(whole.value()),
                real -> real.value() == Math.rint(real.value()) && Math.abs(real.value()) < 1e15
                        ? String.format(Locale.ROOT, "%.0f", real.value())
                        : String.valueOf(real.value()),
                Text::value);
    }

    /** A boolean. */
    record Flag(boolean value) implements CephValue {
        @Override
        public <R> R fold(
                Function<? super Flag, R> flag,
                Function<? super Whole, R> whole,
                Function<? super Real, R> real,
                Function<? super Text, R> text) {
            return flag.apply(this);
        }
    }

    /** An integer; bytes where the option is a size. */
    record Whole(long value) implements CephValue {
        @Override
        public <R> R fold(
                Function<? super Flag, R> flag,
                Function<? super Whole, R> whole,
                Function<? super Real, R> real,
                Function<? super Text, R> text) {
            return whole.apply(this);
        }
    }

    /** A real number; seconds where the option is an age. */
    record Real(double value) implements CephValue {
        @Override
        public <R> R fold(
                Function<? super Flag, R> flag,
                Function<? super Whole, R> whole,
                Function<? super Real, R> real,
                Function<? super Text, R> text) {
            return real.apply(this);
        }
    }

    /** A string, metavariables expanded. */
    record Text(String value) implements CephValue {
        @Override
        public <R> R fold(
                Function<? super Flag, R> flag,
                Function<? super Whole, R> whole,
                Function<? super Real, R> real,
                Function<? super Text, R> text) {
            return text.apply(this);
        }
    }
}
