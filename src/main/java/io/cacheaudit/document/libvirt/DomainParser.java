package io.cacheaudit.document.libvirt;

import io.cacheaudit.document.Document;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.xml.XmlElement;
import io.cacheaudit.text.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads libvirt's domain XML, bare or within {@code <domstatus>}. */
public final class DomainParser {
    private static final String QEMU = "http://libvirt.org/schemas/domain/qemu/1.0";
    /** nova writes {@code …/nova/1.0} and, from 2021 on, {@code …/nova/1.1}. */
    private static final String NOVA_PREFIX = "http://openstack.org/xmlns/libvirt/nova/";

    private DomainParser() {}

    /** The domain, kept as far as it is complete before a malformed place; null where no domain begins. */
    public static Parsed<Domain> parse(Document document) {
        Parsed<XmlElement> xml = XmlReader.read(document.path(), document.content());
        List<Problem> problems = new ArrayList<>(xml.problems());
        XmlElement root = xml.value();
        if (root == null) {
            return new Parsed<>(null, problems);
        }
        boolean running = root.name().equals("domstatus");
        XmlElement domain = running ? root.child("domain") : root;
        if (domain == null) {
            if (root.closed()) {
                problems.add(new Problem(root.at(), "expected an element domain in domstatus"));
            }
            return new Parsed<>(null, problems);
        }
        if (!domain.name().equals("domain")) {
            problems.add(new Problem(root.at(), "expected an element domain or domstatus, found " + root.name()));
            return new Parsed<>(null, problems);
        }
        return new Parsed<>(domain(domain, running, problems), problems);
    }

    private static Domain domain(XmlElement element, boolean running, List<Problem> problems) {
        List<Disk> disks = element.children("devices")
                .flatMap(devices -> devices.children("disk"))
                .filter(XmlElement::closed)
                .map(disk -> new DiskReader(problems).disk(disk))
                .toList();
        return new Domain(
                element.at(),
                running,
                element.attribute("id"),
                element.attribute("type"),
                element.childText("name"),
                element.childText("uuid"),
                disks,
                novaVersion(element),
                passthrough(element));
    }

    private static @Nullable Located<String> novaVersion(XmlElement domain) {
        return domain.children("metadata")
                .flatMap(metadata -> metadata.children("instance"))
                .filter(instance -> instance.namespace().startsWith(NOVA_PREFIX))
                .flatMap(instance -> instance.children("package"))
                .flatMap(found -> Stream.ofNullable(found.attribute("version")))
                .findFirst()
                .orElse(null);
    }

    private static Passthrough passthrough(XmlElement domain) {
        List<XmlElement> commandLines = domain.children(QEMU, "commandline").toList();
        return new Passthrough(
                commandLines.stream()
                        .flatMap(line -> line.children(QEMU, "arg"))
                        .flatMap(argument -> Stream.ofNullable(argument.attribute("value")))
                        .toList(),
                commandLines.stream()
                        .flatMap(line -> line.children(QEMU, "env"))
                        .flatMap(DomainParser::variable)
                        .toList(),
                domain.children(QEMU, "override")
                        .flatMap(override -> override.children(QEMU, "device"))
                        .flatMap(DomainParser::overrides)
                        .toList(),
                domain.children(QEMU, "capabilities")
                        .flatMap(capabilities -> capabilities.children().stream())
                        .flatMap(capability -> Stream.ofNullable(capability.attribute("capability")))
                        .toList());
    }

    private static Stream<Passthrough.Variable> variable(XmlElement env) {
        Located<String> name = env.attribute("name");
        return name == null ? Stream.empty() : Stream.of(new Passthrough.Variable(name, env.attribute("value")));
    }

    private static Stream<Passthrough.Override> overrides(XmlElement device) {
        return device.children(QEMU, "frontend")
                .flatMap(frontend -> frontend.children(QEMU, "property"))
                .map(property -> new Passthrough.Override(
                        property.at(),
                        device.attribute("alias"),
                        property.attribute("name"),
                        property.attribute("type"),
                        property.attribute("value")));
    }
}
