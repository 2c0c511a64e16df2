package io.cacheaudit.version;

/**
 * A row that does nothing but name a behaviour.
 *
 * @param <T> the behaviour
 */
public record BehaviourRow<T>(RowHead head, T behaviour) implements PrecedenceRow {}
