package io.cacheaudit.document.libvirt;

import io.cacheaudit.document.libvirt.Disk.Auth;
import io.cacheaudit.document.libvirt.Disk.BackingChain;
import io.cacheaudit.document.libvirt.Disk.BackingImage;
import io.cacheaudit.document.libvirt.Disk.Driver;
import io.cacheaudit.document.libvirt.Disk.Flags;
import io.cacheaudit.document.libvirt.Disk.Host;
import io.cacheaudit.document.libvirt.Disk.Mirror;
import io.cacheaudit.document.libvirt.Disk.Source;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code <disk>} element to a {@link Disk}. Of an element that may stand once, the first counts. */
final class DiskReader {
    private static final List<String> SINGLE = List.of("driver", "source", "target", "backingStore", "mirror");

    private final List<Problem> problems;

    DiskReader(List<Problem> problems) {
        this.problems = problems;
    }

    Disk disk(XmlElement element) {
        SINGLE.forEach(name -> refuseRepeated(element, name));
        XmlElement source = element.child("source");
        XmlElement target = element.child("target");
        return new Disk(
                element.at(),
                element.attribute("type"),
                element.attribute("device"),
                driver(element.child("driver")),
                source(source),
                auth(element, source),
                target == null ? null : target.attribute("dev"),
                target == null ? null : target.attribute("bus"),
                backing(element),
                mirror(element.child("mirror")),
                new Flags(place(element, "readonly"), place(element, "shareable"), place(element, "transient")),
                element.attribute("snapshot"),
                attributeOf(element, "alias", "name"),
                element.childText("serial"));
    }

    private void refuseRepeated(XmlElement disk, String name) {
        disk.children(name)
                .skip(1)
                .findFirst()
                .ifPresent(
                        second -> problems.add(new Problem(second.at(), "element " + name + " is repeated in disk")));
    }

    private static Driver driver(@Nullable XmlElement driver) {
        return driver == null
                ? Driver.ABSENT
                : new Driver(
                        driver.attribute("name"),
                        driver.attribute("type"),
                        driver.attribute("cache"),
                        driver.attribute("io"),
                        driver.attribute("discard"),
                        driver.attribute("copy_on_read"));
    }

    private static @Nullable Source source(@Nullable XmlElement source) {
        return source == null
                ? null
                : new Source(
                        source.at(),
                        source.attribute("protocol"),
                        source.attribute("name"),
                        source.attribute("file"),
                        source.attribute("dev"),
                        source.attribute("dir"),
                        source.attribute("pool"),
                        source.attribute("volume"),
                        source.attribute("mode"),
                        source.children("host").map(DiskReader::host).toList(),
                        attributeOf(source, "config", "file"),
                        attributeOf(source, "snapshot", "name"));
    }

    private static Host host(XmlElement host) {
        return new Host(
                host.at(),
                host.attribute("name"),
                host.attribute("port"),
                host.attribute("transport"),
                host.attribute("socket"));
    }

    /** libvirt takes {@code <auth>} in the disk, and from 3.9.0 in its source. */
    private static @Nullable Auth auth(XmlElement disk, @Nullable XmlElement source) {
        XmlElement inSource = source == null ? null : source.child("auth");
        XmlElement auth = inSource == null ? disk.child("auth") : inSource;
        return auth == null
                ? null
                : new Auth(
                        auth.at(),
                        auth.attribute("username"),
                        attributeOf(auth, "secret", "type"),
                        attributeOf(auth, "secret", "uuid"),
                        attributeOf(auth, "secret", "usage"));
    }

    private static BackingChain backing(XmlElement disk) {
        List<BackingImage> images = new ArrayList<>();
        XmlElement store = disk.child("backingStore");
        while (store != null) {
            XmlElement source = store.child("source");
            Located<String> type = store.attribute("type");
            if (type == null && source == null) {
                return new BackingChain(images, true);
            }
            images.add(new BackingImage(store.at(), type, attributeOf(store, "format", "type"), source(source)));
            store = store.child("backingStore");
        }
        return new BackingChain(images, false);
    }

    private static @Nullable Mirror mirror(@Nullable XmlElement mirror) {
        return mirror == null ? null : new Mirror(mirror.at(), mirror.attribute("job"), mirror.attribute("ready"));
    }

    private static @Nullable Located<String> attributeOf(XmlElement parent, String child, String attribute) {
        XmlElement element = parent.child(child);
        return element == null ? null : element.attribute(attribute);
    }

    private static @Nullable Provenance place(XmlElement disk, String name) {
        XmlElement element = disk.child(name);
        return element == null ? null : element.at();
    }
}
