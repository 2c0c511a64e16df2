package io.cacheaudit.fact;

import io.cacheaudit.document.libvirt.Disk;
import io.cacheaudit.document.libvirt.Domain;
import io.cacheaudit.fact.DiskFacts.BaseFacts;
import io.cacheaudit.fact.DiskFacts.Origin;
import io.cacheaudit.fact.DiskFacts.SourceFacts;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The disks of a guest as its XML states them. */
final class DomainDisks {
    private static final String ADMIN = "client.admin";

    private DomainDisks() {}

    /** One entry per {@code <disk>}; a second disk with the same target is {@code sda#2}, and a problem. */
    static List<DiskFacts> of(Domain domain, List<Problem> problems) {
        String name =
                domain.name() == null ? domain.at().source() : domain.name().value();
        Origin origin = domain.running() || domain.id() != null ? Origin.RUNNING : Origin.DEFINED;
        Map<String, Integer> seen = new HashMap<>();
        List<DiskFacts> disks = new ArrayList<>();
        for (Disk disk : domain.disks()) {
            String target = text(disk.targetDev()).orElse("disk");
            int count = seen.merge(target, 1, Integer::sum);
            if (count > 1) {
                problems.add(new Problem(disk.at(), "a second disk has the target " + target));
            }
            disks.add(disk(domain, name, origin, disk, count > 1 ? target + "#" + count : target));
        }
        return disks;
    }

    private static DiskFacts disk(Domain domain, String name, Origin origin, Disk disk, String target) {
        Disk.Source source = disk.source();
        return new DiskFacts(
                name,
                text(domain.uuid()).orElse(null),
                origin,
                target,
                text(disk.alias()).orElse(null),
                disk.deviceWord(),
                text(disk.bus()).orElse(null),
                text(disk.driver().format()).orElse(null),
                source(text(disk.type()).orElse("file"), source),
                disk.cache(),
                disk.flags().isReadonly(),
                disk.flags().isShareable(),
                disk.flags().isTransient(),
                disk.mirror() != null,
                null,
                client(disk.auth()),
                source == null ? null : source.configFile(),
                PassthroughReach.reason(domain.passthrough(), disk)
                        .or(() -> smuggledOptions(source))
                        .orElse(null),
                disk.backing().images().stream().map(DomainDisks::base).toList(),
                disk.at());
    }

    private static BaseFacts base(Disk.BackingImage image) {
        Disk.Source source = image.source();
        return new BaseFacts(
                source(text(image.type()).orElse("file"), source),
                text(image.format()).orElse(null),
                source == null ? null : source.configFile());
    }

    private static SourceFacts source(String type, Disk.@Nullable Source source) {
        if (source == null) {
            return new SourceFacts(type, null, null, null);
        }
        String name = Stream.of(source.name(), source.file(), source.dev(), source.dir(), source.volume())
                .flatMap(Stream::ofNullable)
                .map(Located::value)
                .findFirst()
                .orElse(null);
        return new SourceFacts(
                type,
                text(source.protocol()).orElse(null),
                name,
                text(source.snapshot()).orElse(null));
    }

    /** Before libvirt 1.0.6 what follows a colon in an rbd name reaches librbd as options; later releases refuse it. */
    private static Optional<String> smuggledOptions(Disk.@Nullable Source source) {
        if (source == null || !text(source.protocol()).equals(Optional.of("rbd"))) {
            return Optional.empty();
        }
        return text(source.name())
                .filter(name -> name.contains(":"))
                .map(name -> "the rbd name holds a colon: before libvirt 1.0.6 options follow it, later the guest does"
                        + " not start");
    }

    /** librados names a client that gives no name {@code client.admin}. */
    private static String client(Disk.@Nullable Auth auth) {
        return auth == null
                ? ADMIN
                : text(auth.username()).map("client."::concat).orElse(ADMIN);
    }

    private static Optional<String> text(@Nullable Located<String> located) {
        return Optional.ofNullable(located).map(Located::value);
    }
}
