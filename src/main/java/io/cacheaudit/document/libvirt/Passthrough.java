package io.cacheaudit.document.libvirt;

import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a domain hands to QEMU behind libvirt's back: the elements of namespace
 * {@code http://libvirt.org/schemas/domain/qemu/1.0}.
 *
 * @param arguments the values of {@code <qemu:arg>}, in order; an option and its operand are two of them
 * @param capabilities the capabilities that {@code <qemu:capabilities>} adds or deletes
 */
public record Passthrough(
        List<Located<String>> arguments,
        List<Variable> environment,
        List<Override> overrides,
        List<Located<String>> capabilities) {
    public Passthrough {
        arguments = List.copyOf(arguments);
        environment = List.copyOf(environment);
        overrides = List.copyOf(overrides);
        capabilities = List.copyOf(capabilities);
    }

    public boolean isEmpty() {
        return arguments.isEmpty() && environment.isEmpty() && overrides.isEmpty() && capabilities.isEmpty();
    }

    /** One {@code <qemu:env>}. */
    public record Variable(Located<String> name, @Nullable Located<String> value) {}

    /**
     * One {@code <qemu:property>} of {@code <qemu:override>}.
     *
     * @param alias of the device whose property it sets, null where the XML names none
     * @param type libvirt's word: {@code string}, {@code unsigned}, {@code signed}, {@code bool}, {@code remove}
     */
    public record Override(
            Provenance at,
            @Nullable Located<String> alias,
            @Nullable Located<String> name,
            @Nullable Located<String> type,
            @Nullable Located<String> value) {}
}
