package io.cacheaudit.fact;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.block.BlockDevices;
import io.cacheaudit.document.block.BlockDevicesParser;
import io.cacheaudit.document.block.BlockQueueParser;
import io.cacheaudit.document.block.BlockQueues;
import io.cacheaudit.document.block.HostFactsParser;
import io.cacheaudit.document.block.Mounts;
import io.cacheaudit.document.block.MountsParser;
import io.cacheaudit.document.gluster.VolumeParser;
import io.cacheaudit.document.libvirt.Domain;
import io.cacheaudit.document.libvirt.DomainParser;
import io.cacheaudit.document.nova.OsloParser;
import io.cacheaudit.document.qemu.CommandLineParser;
import io.cacheaudit.document.qemu.QemuProcess;
import io.cacheaudit.fact.nova.NovaFacts;
import io.cacheaudit.fact.nova.NovaTables;
import io.cacheaudit.fact.storage.StorageUnder;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.TreeReader;
import io.cacheaudit.version.Versions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the documents of a host, each by the parser of its kind, and joins what they say. */
public final class HostFactsReader {
    private final TreeReader json;
    private final NovaTables nova;

    public HostFactsReader(TreeReader json, NovaTables nova) {
        this.json = json;
        this.nova = nova;
    }

    public HostFacts read(DocumentSet set, Versions versions) {
        return new Reading(set, versions).facts();
    }

    private final class Reading {
        private final DocumentSet set;
        private final Versions versions;
        private final List<Problem> problems = new ArrayList<>();
        private final List<String> unparsed = new ArrayList<>();

        private Reading(DocumentSet set, Versions versions) {
            this.set = set;
            this.versions = versions;
        }

        private HostFacts facts() {
            List<List<DiskFacts>> domains = new ArrayList<>();
            for (Domain domain : read(Kind.LIBVIRT_DOMAIN, this::domain)) {
                domains.add(DomainDisks.of(domain, problems));
            }
            List<QemuProcess> processes = read(Kind.QEMU_PROCESS, document -> CommandLineParser.parse(document, json));
            List<GuestDisk> disks = new GuestDisks(versions, problems).join(domains, processes);
            io.cacheaudit.document.block.HostFacts said =
                    first(Kind.HOST_FACTS, document -> HostFactsParser.parse(document, json));
            read(Kind.GLUSTER_VOLUME, VolumeParser::parse);
            problems.addAll(versions.problems());
            NovaFacts novaFacts = novaFacts();
            Function<String, StorageUnder> storage = storage();
            notReadYet();
            return new HostFacts(
                    disks,
                    novaFacts,
                    nova.nova(versions),
                    storage,
                    said == null ? null : said.interval(),
                    unparsed,
                    problems);
        }

        /** A broken text that no disk stands in before the break: its disks are unknown, not absent. */
        private Parsed<Domain> domain(Document document) {
            Parsed<Domain> parsed = DomainParser.parse(document);
            Domain domain = parsed.value();
            if (domain != null && domain.disks().isEmpty() && !parsed.problems().isEmpty()) {
                unparsed.add(document.path());
            }
            return parsed;
        }

        private @Nullable NovaFacts novaFacts() {
            List<Document> documents = set.of(Kind.NOVA_CONF).toList();
            if (documents.isEmpty()) {
                return null;
            }
            NovaFacts facts = NovaFacts.read(OsloParser.parse(documents), nova.nova(versions), nova.oslo(versions));
            problems.addAll(facts.problems());
            return facts;
        }

        private Function<String, StorageUnder> storage() {
            Mounts mounts = first(Kind.MOUNTS, MountsParser::parse);
            BlockDevices devices = first(Kind.BLOCK_DEVICES, document -> BlockDevicesParser.parse(document, json));
            BlockQueues queues = first(Kind.BLOCK_QUEUE, BlockQueueParser::parse);
            Map<String, StorageUnder> known = new HashMap<>();
            return path -> known.computeIfAbsent(path, unseen -> StorageUnder.of(unseen, mounts, devices, queues));
        }

        private void notReadYet() {
            Stream.of(Kind.BRICK, Kind.MDSTAT, Kind.DM_TABLE, Kind.QEMU_QUERY_BLOCK, Kind.CEPH_OVERRIDES)
                    .flatMap(set::of)
                    .forEach(document -> problems.add(
                            new Problem(document.whole(), document.kind().word() + " is stored and not read yet")));
        }

        private <T> List<T> read(Kind kind, Function<Document, Parsed<T>> parser) {
            return set.of(kind)
                    .filter(Document::isPresent)
                    .map(document -> value(document, parser))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private <T> @Nullable T first(Kind kind, Function<Document, Parsed<T>> parser) {
            List<T> all = read(kind, parser);
            return all.isEmpty() ? null : all.get(0);
        }

        private <T> Optional<T> value(Document document, Function<Document, Parsed<T>> parser) {
            Parsed<T> parsed = parser.apply(document);
            problems.addAll(parsed.problems());
            if (parsed.value() == null) {
                unparsed.add(document.path());
                return Optional.empty();
            }
            return Optional.of(Objects.requireNonNull(parsed.value()));
        }
    }
}
