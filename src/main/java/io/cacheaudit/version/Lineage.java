package io.cacheaudit.version;

import java.util.Locale;

/**
 * Whose facts speak of a build. Debian, Ubuntu and unmarked builds follow the upstream rows; QEMU of RHEL 6 and 7 is known
 * by package rows only; QEMU of other vendors has no rows.
 */
enum Lineage {
    UPSTREAM,
    QEMU_KVM_EL6,
    QEMU_KVM_EL7,
    QEMU_KVM_RHEV_EL7,
    OTHER_VENDOR;

    static Lineage of(Component component, String packageName, String packaged, String distribution) {
        if (component != Component.QEMU) {
            return UPSTREAM;
        }
        String name = packageName.toLowerCase(Locale.ROOT);
        String build = packaged.toLowerCase(Locale.ROOT);
        if (name.contains("-ev-") || build.contains("pve") || build.contains(".fc") || build.contains("lp15")) {
            return OTHER_VENDOR;
        }
        if (build.contains(".el6")) {
            return QEMU_KVM_EL6;
        }
        if (build.contains(".el7")) {
            boolean plain = name.isEmpty() ? build.startsWith("1.5.3") : name.equals("qemu-kvm-");
            return plain ? QEMU_KVM_EL7 : QEMU_KVM_RHEV_EL7;
        }
        if (build.contains(".el") || build.contains("module+")) {
            return OTHER_VENDOR;
        }
        return unmarked(distribution.toLowerCase(Locale.ROOT));
    }

    private static Lineage unmarked(String distribution) {
        boolean departs = distribution.contains("suse")
                || distribution.contains("proxmox")
                || distribution.contains("red hat")
                || distribution.contains("rhel")
                || distribution.contains("centos")
                || distribution.contains("rocky")
                || distribution.contains("almalinux")
                || distribution.contains("fedora")
                || distribution.contains("oracle linux");
        return departs ? OTHER_VENDOR : UPSTREAM;
    }
}
