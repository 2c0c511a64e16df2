package io.cacheaudit.adapter.cli;

import io.cacheaudit.document.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the kind of a document by its content, and where the content is silent by the file's name. */
final class ContentKind {
    private static final int LOOKED_AT = 1 << 16;
    private static final String ANY = "\\A";

    /** In this order: the first sign that fits decides. */
    private static final List<Sign> SIGNS = List.of(
            sign(Kind.LIBVIRT_DOMAIN, "<", "<dom(?:ain|status)[\\s>]"),
            sign(Kind.GLUSTER_VOLUME, "<", "<cliOutput"),
            sign(Kind.BLOCK_DEVICES, "\\{\\s*\"blockdevices\"", ANY),
            sign(Kind.CEPH_OVERRIDES, "\\{\\s*\"(?:config_dump|pools|images)\"", ANY),
            sign(
                    Kind.HOST_FACTS,
                    "\\{\\s*\"(?:instances_path|interval_seconds|qemu_user|confinement|cluster|labels)\"",
                    ANY),
            sign(Kind.BRICK, "\\{", "\"(?:findmnt|blockdev_getss|xfs_info)\""),
            sign(Kind.QEMU_QUERY_BLOCK, "[\\[{]", "\"(?:inserted|node-name)\""),
            sign(Kind.QEMU_QUERY_BLOCK, "", "^\\s*Cache mode:"),
            sign(Kind.GLUSTER_VOLUME, "", "^(?:Volume Name: |Option +Value|volume-id=)"),
            sign(Kind.MOUNTS, "\\d+ \\d+ \\d+:\\d+ /", ANY),
            sign(Kind.MDSTAT, "Personalities :", ANY),
            sign(Kind.BLOCK_QUEUE, "/sys/(?:block|devices)/", ANY),
            sign(Kind.DM_TABLE, "\\S+: \\d+ \\d+ [a-z]", ANY),
            sign(Kind.QEMU_PROCESS, "[^\\n]*(?:qemu|kvm)", "(?:^|\\s)-(?:drive|blockdev|name|machine|M)\\s"));

    private static final Pattern CEPH = Pattern.compile(
            "^[ \\t]*(?:\\[ *(?:global|client|mon|osd|mds|mgr|client\\.[^\\]\\n]*) *\\]"
                    + "|(?:fsid|mon[ _]host|rbd[ _]\\w+)[\\w \\t]*=)",
            Pattern.MULTILINE);
    private static final Pattern NOVA = Pattern.compile(
            "^(?:\\[(?:DEFAULT|libvirt|database|api_database|keystone_authtoken|glance|neutron|cinder|workarounds)\\]"
                    + "|disk_cachemodes[ \\t]*[=:])",
            Pattern.MULTILINE);

    private ContentKind() {}

    /** A text is of a kind when it opens with one thing, after blanks, and holds another. */
    private record Sign(Kind kind, Pattern opens, Pattern holds) {
        boolean fits(String text) {
            return opens.matcher(text).lookingAt() && holds.matcher(text).find();
        }
    }

    private static Sign sign(Kind kind, String opens, String holds) {
        return new Sign(kind, Pattern.compile("\\s*" + opens), Pattern.compile(holds, Pattern.MULTILINE));
    }

    static Optional<Kind> of(byte[] content, String name) {
        String text = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.UTF_8)
                .replaceFirst("^\\uFEFF", "");
        Optional<Kind> signed =
                SIGNS.stream().filter(sign -> sign.fits(text)).map(Sign::kind).findFirst();
        return signed.isPresent() ? signed : configuration(text, name);
    }

    private static Optional<Kind> configuration(String text, String name) {
        long ceph = CEPH.matcher(text).results().count();
        long nova = NOVA.matcher(text).results().count();
        if (ceph != nova) {
            return Optional.of(ceph > nova ? Kind.CEPH_CONF : Kind.NOVA_CONF);
        }
        if (!name.endsWith(".conf")) {
            return Optional.empty();
        }
        return name.contains("ceph")
                ? Optional.of(Kind.CEPH_CONF)
                : name.contains("nova") ? Optional.of(Kind.NOVA_CONF) : Optional.empty();
    }
}
