package io.cacheaudit.document;

import java.util.Arrays;
import java.util.Optional;

/** What a document is; {@code word} is its name in requests. The order is the order of a document set. */
public enum Kind {
    NOVA_CONF("nova.conf"),
    CEPH_CONF("ceph.conf"),
    LIBVIRT_DOMAIN("libvirt-domain"),
    GLUSTER_VOLUME("gluster-volume"),
    BRICK("brick"),
    MOUNTS("mounts"),
    BLOCK_DEVICES("block-devices"),
    BLOCK_QUEUE("block-queue"),
    MDSTAT("mdstat"),
    DM_TABLE("dm-table"),
    HOST_FACTS("host-facts"),
    QEMU_PROCESS("qemu-process"),
    QEMU_QUERY_BLOCK("qemu-query-block"),
    CEPH_OVERRIDES("ceph-overrides");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** Of the kinds that several documents may have: their order carries meaning, so the sender's order is kept. */
    public boolean isOrdered() {
        return this == NOVA_CONF;
    }
}
