package io.cacheaudit.document.nova;

import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Missing;
import java.util.List;
import java.util.function.Function;

/** What reading one option gives. */
public sealed interface OptionReading {
    <R> R fold(
            Function<? super Given, R> given,
            Function<? super Unset, R> unset,
            Function<? super Failed, R> failed,
            Function<? super Unknown, R> unknown);

    /** A value, and the assignments it comes from: the last one wins, several only where the type gathers them. */
    record Given(OptionValue value, List<Assignment> by) implements OptionReading {
        public Given {
            by = List.copyOf(by);
        }

        @Override
        public <R> R fold(
                Function<? super Given, R> given,
                Function<? super Unset, R> unset,
                Function<? super Failed, R> failed,
                Function<? super Unknown, R> unknown) {
            return given.apply(this);
        }
    }

    /** No file sets it. */
    record Unset() implements OptionReading {
        @Override
        public <R> R fold(
                Function<? super Given, R> given,
                Function<? super Unset, R> unset,
                Function<? super Failed, R> failed,
                Function<? super Unknown, R> unknown) {
            return unset.apply(this);
        }
    }

    /** oslo.config raises an error where the program reads it, or at start. */
    record Failed(OsloError error, Provenance at) implements OptionReading {
        @Override
        public <R> R fold(
                Function<? super Given, R> given,
                Function<? super Unset, R> unset,
                Function<? super Failed, R> failed,
                Function<? super Unknown, R> unknown) {
            return failed.apply(this);
        }
    }

    /** The releases that may read it do not agree, or it depends on something no document says. */
    record Unknown(List<Missing> missing) implements OptionReading {
        public Unknown {
            missing = List.copyOf(missing);
        }

        @Override
        public <R> R fold(
                Function<? super Given, R> given,
                Function<? super Unset, R> unset,
                Function<? super Failed, R> failed,
                Function<? super Unknown, R> unknown) {
            return unknown.apply(this);
        }
    }
}
