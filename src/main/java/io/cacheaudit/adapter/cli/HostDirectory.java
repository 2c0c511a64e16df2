package io.cacheaudit.adapter.cli;

import io.cacheaudit.adapter.report.ReportPaths;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import io.cacheaudit.text.TreeReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a directory that looks like a host's root, or like an unpacked sosreport, to a document set. Paths of documents
 * are the host's. A directory with {@code etc/} and without {@code sos_commands/} is a whole host: what is not there is
 * absent.
 */
public final class HostDirectory {
    private static final String NO_NAME = "candidate";
    private static final Pattern NAME = Pattern.compile("[a-z0-9_][a-z0-9._-]{0,252}");
    private static final int DOCUMENT_LIMIT = 20_000;
    private static final long SET_LIMIT = 256L << 20;

    private final HostRoot root;
    private final TreeReader json;
    private final List<Document> documents = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long size;

    private HostDirectory(Path directory, TreeReader json) {
        this.root = new HostRoot(directory);
        this.json = json;
    }

    /**
     * The document set of a directory.
     *
     * @param versions by component word; they win over what the directory says
     */
    public static HostReading read(Path directory, Map<String, String> versions, TreeReader json) {
        return new HostDirectory(directory, json).read(versions, GivenPlaces.below(directory));
    }

    private HostReading read(Map<String, String> given, ReportPaths places) {
        boolean whole = root.hasDirectory("etc") && !root.hasDirectory("sos_commands");
        nova(whole);
        ceph(whole);
        domains();
        all(Kind.GLUSTER_VOLUME, volumes());
        all(Kind.GLUSTER_VOLUME, root.paths("sos_commands/gluster", "gluster_volume_{info,get_*_all}"));
        first(Kind.MOUNTS, "proc/1/mountinfo", "proc/self/mountinfo", "mounts");
        first(Kind.BLOCK_DEVICES, "block-devices.json");
        blockQueue();
        first(Kind.MDSTAT, "proc/mdstat");
        first(Kind.DM_TABLE, "dm-table.txt", "sos_commands/devicemapper/dmsetup_table");
        first(Kind.HOST_FACTS, "host-facts.json");
        first(Kind.CEPH_OVERRIDES, "ceph-overrides.json");
        documents.addAll(new GuestProcesses(root).read());
        Map<String, String> versions = new TreeMap<>(new HostVersions(root, json, notes).read());
        versions.putAll(given);
        return new HostReading(new DocumentSet(name(), versions, documents), notes, places);
    }

    /** In the order nova-compute reads them: project file, program file, and the directory of each. */
    private void nova(boolean whole) {
        one(Kind.NOVA_CONF, "etc/nova/nova.conf", whole);
        one(Kind.NOVA_CONF, "etc/nova/nova-compute.conf", whole);
        all(Kind.NOVA_CONF, root.paths("etc/nova/nova.conf.d", "*.conf"));
        all(Kind.NOVA_CONF, root.paths("etc/nova/nova-compute.conf.d", "*.conf"));
    }

    private void ceph(boolean whole) {
        String usual = "etc/ceph/ceph.conf";
        one(Kind.CEPH_CONF, usual, whole);
        all(
                Kind.CEPH_CONF,
                root.paths("etc/ceph", "*.conf").stream()
                        .filter(path -> !path.equals(usual))
                        .toList());
    }

    private void domains() {
        all(Kind.LIBVIRT_DOMAIN, root.paths("etc/libvirt/qemu", "*.xml"));
        String run = root.hasDirectory("run/libvirt/qemu") ? "run/libvirt/qemu" : "var/run/libvirt/qemu";
        all(Kind.LIBVIRT_DOMAIN, root.paths(run, "*.xml"));
        all(Kind.LIBVIRT_DOMAIN, root.paths("sos_commands/virsh", "*_dumpxml_*"));
    }

    private List<String> volumes() {
        return root.names("var/lib/glusterd/vols", "*").stream()
                .map(volume -> "var/lib/glusterd/vols/" + volume + "/info")
                .toList();
    }

    /** A collected file, else the kernel's own files where the directory has them. */
    private void blockQueue() {
        if (!first(Kind.BLOCK_QUEUE, "block-queue.txt")) {
            String lines = new BlockQueueFiles(root).lines();
            if (!lines.isEmpty()) {
                documents.add(Document.present(Kind.BLOCK_QUEUE, "/sys/block", lines));
            }
        }
    }

    private boolean first(Kind kind, String... places) {
        int before = documents.size();
        for (String place : places) {
            if (documents.size() == before) {
                one(kind, place, false);
            }
        }
        return documents.size() > before;
    }

    private void all(Kind kind, List<String> places) {
        places.forEach(place -> one(kind, place, false));
    }

    private void one(Kind kind, String place, boolean sayAbsent) {
        HostRoot.Entry entry = root.read(place);
        if (entry instanceof HostRoot.Entry.Content content) {
            size += content.bytes().length;
            if (documents.size() < DOCUMENT_LIMIT && size <= SET_LIMIT) {
                documents.add(Document.present(kind, hostPath(place), content.bytes()));
            } else {
                unreadable(kind, place, "more than " + DOCUMENT_LIMIT + " documents or " + SET_LIMIT + " bytes in all");
            }
        } else if (entry instanceof HostRoot.Entry.Unreadable unreadable) {
            unreadable(kind, place, unreadable.why());
        } else if (sayAbsent) {
            documents.add(new Document(kind, hostPath(place), Presence.ABSENT, new byte[0], null, null));
        }
    }

    /**
     * A ceph.conf that this program may not read is unspoken of, not unreadable: that would say that QEMU cannot read it
     * either, and with that which cache settings hold.
     */
    private void unreadable(Kind kind, String place, String why) {
        if (kind != Kind.CEPH_CONF) {
            documents.add(new Document(kind, hostPath(place), Presence.UNREADABLE, new byte[0], null, null));
        }
        notes.add(hostPath(place) + ": " + why);
    }

    /** What a collector put at the top of the directory or beside its commands is no path of the host. */
    private static String hostPath(String place) {
        return place.indexOf('/') < 0 || place.startsWith("sos_commands/") ? place : "/" + place;
    }

    private String name() {
        for (String place : List.of("etc/hostname", "hostname")) {
            if (root.read(place) instanceof HostRoot.Entry.Content content) {
                String name = new String(content.bytes(), StandardCharsets.UTF_8)
                        .strip()
                        .lines()
                        .findFirst()
                        .orElse("")
                        .toLowerCase(Locale.ROOT);
                if (NAME.matcher(name).matches()) {
                    return name;
                }
                notes.add(hostPath(place) + ": no name a host can have, \"" + NO_NAME + "\" is used");
            }
        }
        return NO_NAME;
    }
}
