package io.cacheaudit.effective;

import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Missing;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** A value that is known, perhaps conditionally, or unknown with the evidence that is missing. */
public sealed interface Effective<T> {
    <R> R fold(Function<? super Known<T>, R> known, Function<? super Unknown<T>, R> unknown);

    /** The places in documents the value rests on. */
    List<Provenance> evidence();

    /** What would lift the unknown, or the condition. */
    List<Missing> missing();

    /**
     * A known value.
     *
     * @param conditional a layer that the host did not speak of, named by {@code missing}, could still change it
     */
    record Known<T>(T value, boolean conditional, List<Missing> missing, List<Provenance> evidence)
            implements Effective<T> {
        public Known {
            missing = List.copyOf(missing);
            evidence = List.copyOf(evidence);
        }

        @Override
        public <R> R fold(Function<? super Known<T>, R> known, Function<? super Unknown<T>, R> unknown) {
            return known.apply(this);
        }
    }

    /** An unknown value; what is missing is never empty. */
    record Unknown<T>(List<Missing> missing, List<Provenance> evidence) implements Effective<T> {
        public Unknown {
            missing = missing.stream().distinct().sorted().toList();
            evidence = List.copyOf(evidence);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("an unknown names what is missing");
            }
        }

        @Override
        public <R> R fold(Function<? super Known<T>, R> known, Function<? super Unknown<T>, R> unknown) {
            return unknown.apply(this);
        }
    }

    /** An unknown that names what either of two unknowns misses. */
    static <T> Effective<T> bothUnknown(Unknown<T> left, Unknown<T> right) {
        return new Unknown<>(join(left.missing(), right.missing()), join(left.evidence(), right.evidence()));
    }

    static <T> Effective<T> known(T value, Provenance... evidence) {
        return new Known<>(value, false, List.of(), List.of(evidence));
    }

    static <T> Effective<T> unknown(Missing... missing) {
        return new Unknown<>(List.of(missing), List.of());
    }

    static <T> Effective<T> unknown(List<Missing> missing) {
        return new Unknown<>(missing, List.of());
    }

    /** The value where it is known, conditionally or not. */
    default Optional<T> known() {
        return fold(known -> Optional.of(known.value()), unknown -> Optional.empty());
    }

    default boolean conditional() {
        return fold(Known::conditional, unknown -> false);
    }

    default <R> Effective<R> map(Function<? super T, ? extends R> function) {
        return fold(
                known -> new Known<R>(
                        function.apply(known.value()), known.conditional(), known.missing(), known.evidence()),
                unknown -> new Unknown<R>(unknown.missing(), unknown.evidence()));
    }

    /** The value of a function of this value; conditions and evidence of both are kept. */
    default <R> Effective<R> flatMap(Function<? super T, Effective<R>> function) {
        return fold(
                known -> function.apply(known.value()).with(known),
                unknown -> new Unknown<R>(unknown.missing(), unknown.evidence()));
    }

    /** A function of two values: unknown when either is, then naming what both miss. */
    default <U, R> Effective<R> zip(Effective<U> other, BiFunction<? super T, ? super U, R> function) {
        return fold(
                known ->
                        other.map(right -> function.apply(known.value(), right)).with(known),
                unknown -> new Unknown<R>(
                        other.known().isPresent() ? unknown.missing() : join(unknown.missing(), other.missing()),
                        join(unknown.evidence(), other.evidence())));
    }

    /** This value, resting also on the evidence and conditions of another known one. */
    private Effective<T> with(Known<?> basis) {
        return fold(
                known -> new Known<>(
                        known.value(),
                        known.conditional() || basis.conditional(),
                        join(basis.missing(), known.missing()),
                        join(basis.evidence(), known.evidence())),
                unknown -> new Unknown<>(unknown.missing(), join(basis.evidence(), unknown.evidence())));
    }

    private static <E> List<E> join(List<E> left, List<E> right) {
        return Stream.concat(left.stream(), right.stream()).distinct().toList();
    }
}
