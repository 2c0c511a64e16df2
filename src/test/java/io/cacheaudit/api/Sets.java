package io.cacheaudit.api;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Document sets as a sender writes them, and the calls that send them. */
final class Sets {
    static final Map<String, String> QEMU_2_2 = Map.of("qemu", "2.2.0", "librbd", "0.87.2");
    static final Doc CACHE_ON = new Doc("ceph.conf", "/etc/ceph/ceph.conf", "[client]\nrbd cache = true\n");
    static final Doc CACHE_OFF = new Doc("ceph.conf", "/etc/ceph/ceph.conf", "[client]\nrbd cache = false\n");

    private Sets() {}

    /** One document. */
    record Doc(String kind, String path, String content) {}

    /** A host name that no other test uses. */
    static String freshHost() {
        return "api-" + UUID.randomUUID();
    }

    static Map<String, Object> set(Map<String, String> versions, Doc... documents) {
        return Map.of("versions", versions, "documents", List.of(documents));
    }

    /** A document whose content is no text. */
    static Map<String, Object> bytes(String kind, String path, byte[] content) {
        return Map.of(
                "kind",
                kind,
                "path",
                path,
                "content_base64",
                Base64.getEncoder().encodeToString(content));
    }

    /** A domain with rbd disks at these targets, each with {@code cache='none'}. */
    static Doc domain(String name, String... targets) {
        return new Doc("libvirt-domain", "/etc/libvirt/qemu/" + name + ".xml", xml(name, targets));
    }

    static String xml(String name, String... targets) {
        return "<domain type='kvm'>\n <name>" + name + "</name>\n <devices>\n"
                + Arrays.stream(targets).map(Sets::disk).collect(Collectors.joining())
                + " </devices>\n</domain>\n";
    }

    private static String disk(String target) {
        return """
                  <disk type='network' device='disk'>
                   <driver name='qemu' type='raw' cache='none'/>
                   <source protocol='rbd' name='volumes/%1$s'/>
                   <target dev='%1$s' bus='virtio'/>
                  </disk>
                """.formatted(target);
    }

    static Response push(String host, Object set) {
        return given().contentType("application/json").body(set).put("/api/v1/hosts/{host}/documents", host);
    }

    /** Pushes a set that is taken. */
    static Response accepted(String host, Object set) {
        return push(host, set).then().statusCode(200).extract().response();
    }

    static Response candidate(Object set) {
        return given().contentType("application/json").body(set).post("/api/v1/audits");
    }

    static Response get(String address, Object... parameters) {
        return given().get(address, parameters).then().statusCode(200).extract().response();
    }

    /** A page without the one script that every page loads from the service. */
    static String withoutOwnScript(String page) {
        return page.replaceAll("<script src=\"/_static/[\\w./-]+\" defer></script>", "");
    }
}
