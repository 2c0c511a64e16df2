package io.cacheaudit.adapter.cli;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The paths of a command line as a document set: one directory that looks like a host's root, or single files, whose kind
 * their content tells. Of single files a ceph.conf counts as {@code /etc/ceph/ceph.conf} and a nova.conf as {@code
 * /etc/nova/nova.conf}; every file that is not named is unspoken of.
 */
final class GivenPaths {
    private static final String NOTHING = ": holds nothing of a host (etc/nova, etc/ceph, etc/libvirt/qemu, "
            + "var/lib/glusterd, proc, or the places of a sosreport)";

    private final TreeReader json;
    private final Set<String> taken = new HashSet<>();
    private final List<Document> documents = new ArrayList<>();
    private final Map<String, String> versions = new TreeMap<>();
    private final Map<String, Path> places = new HashMap<>();

    private GivenPaths(TreeReader json) {
        this.json = json;
    }

    static HostReading read(List<Path> paths, Map<String, String> versions, TreeReader json) throws UnusableInput {
        for (Path path : paths) {
            if (!Files.isReadable(path)) {
                throw new UnusableInput(path + ": cannot be opened");
            }
        }
        if (paths.stream().anyMatch(Files::isDirectory)) {
            if (paths.size() > 1) {
                throw new UnusableInput("give one directory, or files");
            }
            HostReading reading = HostDirectory.read(paths.get(0), versions, json);
            if (reading.set().documents().stream().noneMatch(document -> document.content().length > 0)) {
                throw new UnusableInput(paths.get(0) + NOTHING);
            }
            return reading;
        }
        return new GivenPaths(json).files(paths, versions);
    }

    private HostReading files(List<Path> paths, Map<String, String> given) throws UnusableInput {
        for (Path path : paths) {
            file(path);
        }
        versions.putAll(given);
        return new HostReading(
                new DocumentSet("candidate", versions, documents), List.of(), GivenPlaces.ofFiles(places));
    }

    private void file(Path path) throws UnusableInput {
        byte[] content = content(path);
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        if (name.equals(HostVersions.FILE)) {
            versions(name, content);
            return;
        }
        Optional<Kind> kind = ContentKind.of(content, name);
        if (kind.isEmpty()) {
            throw new UnusableInput(path + ": its content tells no kind of document");
        }
        String place = place(kind.get(), path, name);
        if (!taken.add(kind.get().word() + " " + place)) {
            throw new UnusableInput(path + ": a second document for " + place);
        }
        documents.add(Document.present(kind.get(), place, content));
        places.putIfAbsent(place, path);
    }

    private static byte[] content(Path path) throws UnusableInput {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(HostRoot.FILE_LIMIT + 1);
            if (content.length > HostRoot.FILE_LIMIT) {
                throw new UnusableInput(path + ": larger than " + HostRoot.FILE_LIMIT + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new UnusableInput(path + ": cannot be opened");
        }
    }

    private void versions(String name, byte[] content) throws UnusableInput {
        Parsed<Tree> parsed = json.read(name, content);
        Tree tree = parsed.value();
        Parsed<Map<String, String>> stated =
                tree == null ? new Parsed<>(null, parsed.problems()) : HostVersions.of(tree);
        if (!stated.problems().isEmpty() || stated.value() == null) {
            throw new UnusableInput(
                    stated.problems().isEmpty()
                            ? name + ": expected a mapping of versions"
                            : stated.problems().get(0).toString());
        }
        versions.putAll(stated.value());
    }

    private static String place(Kind kind, Path path, String name) {
        return switch (kind) {
            case CEPH_CONF -> "/etc/ceph/ceph.conf";
            case NOVA_CONF -> name.equals("nova-compute.conf") ? "/etc/nova/" + name : "/etc/nova/nova.conf";
            case LIBVIRT_DOMAIN,
                    GLUSTER_VOLUME,
                    BRICK,
                    MOUNTS,
                    BLOCK_DEVICES,
                    BLOCK_QUEUE,
                    MDSTAT,
                    DM_TABLE,
                    HOST_FACTS,
                    QEMU_PROCESS,
                    QEMU_QUERY_BLOCK,
                    CEPH_OVERRIDES -> path.toString();
        };
    }
}
