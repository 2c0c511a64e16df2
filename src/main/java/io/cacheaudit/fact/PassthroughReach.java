package io.cacheaudit.fact;

import io.cacheaudit.document.libvirt.Disk;
import io.cacheaudit.document.libvirt.Passthrough;
import io.cacheaudit.text.Located;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which disks the content of libvirt's qemu namespace may touch. Where it can change a cache, the XML alone does not tell
 * what the disk does. Source: libvirt 9.0.0 with QEMU 7.2, run; libvirt before 7.9 with {@code -set}.
 */
final class PassthroughReach {
    private static final Pattern TOUCHES = Pattern.compile("cache|drive|blockdev|(^|-)set\\b|(^|-)global\\b|rbd|CEPH_");

    private PassthroughReach() {}

    /** Why the disk is not determinable, or nothing where the passthrough does not reach it. */
    static Optional<String> reason(Passthrough passthrough, Disk disk) {
        return argument(passthrough.arguments(), disk)
                .or(() -> override(passthrough.overrides(), disk))
                .or(() -> environment(passthrough.environment(), disk))
                .map(at -> "the qemu namespace passes something to QEMU that may change this disk's cache: " + at);
    }

    private static Optional<String> argument(List<Located<String>> arguments, Disk disk) {
        for (int i = 0; i < arguments.size(); i++) {
            Located<String> argument = arguments.get(i);
            boolean set = argument.value().equals("-set");
            String operand =
                    set && i + 1 < arguments.size() ? arguments.get(i + 1).value() : argument.value();
            if (TOUCHES.matcher(argument.value()).find() && !namesAnotherDevice(operand, disk)) {
                return Optional.of(argument.at().toString());
            }
        }
        return Optional.empty();
    }

    /** An operand of -set, {@code device.ALIAS.property}, of a device that is certainly not this disk's. */
    private static boolean namesAnotherDevice(String operand, Disk disk) {
        return operand.startsWith("device.")
                && disk.alias() != null
                && !operand.startsWith("device." + disk.alias().value() + ".");
    }

    private static Optional<String> override(List<Passthrough.Override> overrides, Disk disk) {
        return overrides.stream()
                .filter(override -> override.name() != null
                        && TOUCHES.matcher(override.name().value()).find())
                .filter(override -> override.alias() == null
                        || disk.alias() == null
                        || override.alias().value().equals(disk.alias().value()))
                .map(override -> override.at().toString())
                .findFirst();
    }

    private static Optional<String> environment(List<Passthrough.Variable> variables, Disk disk) {
        boolean rbd = disk.source() != null
                && disk.source().protocol() != null
                && disk.source().protocol().value().equals("rbd");
        return variables.stream()
                .filter(variable -> rbd && variable.name().value().startsWith("CEPH_"))
                .map(variable -> variable.name().at().toString())
                .findFirst();
    }
}
