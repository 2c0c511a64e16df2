package io.cacheaudit.document.ceph;

import io.cacheaudit.version.Missing;
import java.util.function.Function;

/** What becomes of a raw value. */
public sealed interface Conversion {
    <R> R fold(
            Function<? super Accepted, R> accepted,
            Function<? super Rejected, R> rejected,
            Function<? super Undetermined, R> undetermined);

    /** The option takes this value. */
    record Accepted(CephValue value) implements Conversion {
        @Override
        public <R> R fold(
                Function<? super Accepted, R> accepted,
                Function<? super Rejected, R> rejected,
                Function<? super Undetermined, R> undetermined) {
            return accepted.apply(this);
        }
    }

    /** The option keeps the value it had; {@code why} says what was expected and never repeats the raw value. */
    record Rejected(String why) implements Conversion {
        @Override
        public <R> R fold(
                Function<? super Accepted, R> accepted,
                Function<? super Rejected, R> rejected,
                Function<? super Undetermined, R> undetermined) {
            return rejected.apply(this);
        }
    }

    /** The facts known of this version do not decide. */
    record Undetermined(Missing missing) implements Conversion {
        @Override
        public <R> R fold(
                Function<? super Accepted, R> accepted,
                Function<? super Rejected, R> rejected,
                Function<? super Undetermined, R> undetermined) {
            return undetermined.apply(this);
        }
    }
}
