package io.cacheaudit.truth;

import com.fasterxml.jackson.databind.JsonNode;
import io.cacheaudit.app.AuditedJson;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A host with one guest that has one disk, as documents and versions; a dash stands for what the host does not send. */
final class HostUnderTest {
    static final String CEPH_CONF = "/etc/ceph/ceph.conf";

    private final Map<String, String> versions = new TreeMap<>();
    private final List<Document> documents = new ArrayList<>();

    HostUnderTest version(String component, String text) {
        if (!text.equals(Row.NOTHING)) {
            versions.put(component, text);
        }
        return this;
    }

    /** A ceph.conf by its text, or by the word {@code absent} or {@code unreadable}. */
    HostUnderTest cephConf(String path, String text) {
        switch (text) {
            case Row.NOTHING -> {}
            case "absent" -> documents.add(without(path, Presence.ABSENT));
            case "unreadable" -> documents.add(without(path, Presence.UNREADABLE));
            default -> documents.add(Document.present(Kind.CEPH_CONF, path, text));
        }
        return this;
    }

    HostUnderTest document(Kind kind, String path, String text) {
        if (!text.equals(Row.NOTHING)) {
            documents.add(Document.present(kind, path, text));
        }
        return this;
    }

    /** The guest's definition with one disk element. */
    HostUnderTest domain(String disk) {
        return document(
                Kind.LIBVIRT_DOMAIN,
                "/etc/libvirt/qemu/vm7.xml",
                "<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>\n<name>vm7</name>\n"
                        + "<uuid>5fd0a1ae-1111-4222-8333-444455556666</uuid>\n<devices>\n" + disk
                        + "\n</devices>\n</domain>\n");
    }

    /** The guest's process with one {@code -drive}. */
    HostUnderTest process(String drive) {
        return document(
                Kind.QEMU_PROCESS,
                "/proc/4242",
                String.join(
                        "\n",
                        "/usr/bin/qemu-system-x86_64",
                        "-name",
                        "vm7",
                        "-uuid",
                        "5fd0a1ae-1111-4222-8333-444455556666",
                        "-drive",
                        drive,
                        "-device",
                        "virtio-blk-pci,drive=drive-virtio-disk0,id=virtio-disk0",
                        "",
                        ""));
    }

    /** The only disk of the audit document. */
    JsonNode disk() {
        JsonNode audit = AuditedJson.audit(new DocumentSet("compute-17", versions, documents));
        if (audit.path("disks").size() != 1 || !audit.path("problems").isEmpty()) {
            throw new IllegalStateException("expected one disk and no problem: " + audit.toPrettyString());
        }
        return audit.path("disks").get(0);
    }

    private static Document without(String path, Presence presence) {
        return new Document(Kind.CEPH_CONF, path, presence, new byte[0], null, null);
    }
}
