package io.cacheaudit.version;

import java.util.Arrays;
import java.util.Optional;

/** A program whose version travels beside the documents; {@code word} is its name there. */
public enum Component {
    QEMU("qemu", "dpkg-query -W qemu-system-x86 || rpm -q qemu-kvm qemu-kvm-rhev qemu-kvm-ev"),
    LIBRBD("librbd", "dpkg-query -W librbd1 || rpm -q librbd1"),
    LIBVIRT("libvirt", "dpkg-query -W libvirt-daemon libvirt-bin || rpm -q libvirt-daemon"),
    NOVA("nova", "dpkg-query -W nova-compute || rpm -q openstack-nova-compute"),
    OSLO_CONFIG("oslo_config", "dpkg-query -W python3-oslo.config || rpm -q python3-oslo-config"),
    GLUSTERFS("glusterfs", "dpkg-query -W glusterfs-common || rpm -q glusterfs"),
    KERNEL("kernel", "uname -r"),
    DISTRIBUTION("distribution", ". /etc/os-release; echo \"$PRETTY_NAME\"");

    private final String word;
    private final String collect;

    Component(String word, String collect) {
        this.word = word;
        this.collect = collect;
    }

    public String word() {
        return word;
    }

    public static Optional<Component> of(String word) {
        return Arrays.stream(values())
                .filter(component -> component.word.equals(word))
                .findFirst();
    }

    /** What lifts an unknown version of this component: its name among the versions and the command that prints it. */
    public Missing missing() {
        return Missing.collect("versions." + word, collect);
    }
}
