package io.cacheaudit.adapter.rest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.audit.request.Limits;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Presence;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentSetBodyTest {
    private static final String TYPE = "multipart/form-data; boundary=----x";

    private final DocumentSetBody bodies = new DocumentSetBody(
            new JsonTreeReader(1 << 20), Limits.DEFAULT, new MemorySize(BigInteger.valueOf(1 << 20)));

    private DocumentSet read(String... parts) {
        String body = String.join("", parts) + "------x--\r\n";
        return bodies.read(TYPE, stream(body), "h");
    }

    private static String part(String name, String fileName, String content) {
        return "------x\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String field(String name, String content) {
        return "------x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    @Test
    void fileNamesKeepSlashesColonsAndBlanks() {
        DocumentSet set = read(
                part("ceph.conf", "/etc/ceph/ceph.conf", "[client]\r\n"),
                part("qemu-query-block", "qmp:vm 1;a=b", "[]"));

        assertThat(set.documents()).extracting(Document::path).containsExactly("/etc/ceph/ceph.conf", "qmp:vm 1;a=b");
        assertThat(set.documents().get(0).text()).isEqualTo("[client]\r\n");
    }

    @Test
    void manifestGivesOrderPresenceModeAndOwner() {
        DocumentSet set = read(
                part("nova.conf", "/etc/nova/a.conf", "a"),
                part("nova.conf", "/etc/nova/b.conf", "b"),
                field("versions", "{\"nova\": \"20.0.0\"}"),
                field(
                        "manifest",
                        "[{\"path\": \"/etc/nova/b.conf\", \"mode\": \"0640\", \"owner\": \"root:nova\"},"
                                + "{\"path\": \"/etc/nova/a.conf\"},"
                                + "{\"path\": \"/etc/ceph/ceph.conf\", \"presence\": \"absent\"}]"));

        assertThat(set.versions()).containsEntry("nova", "20.0.0");
        assertThat(set.documents())
                .extracting(Document::path)
                .containsExactly("/etc/nova/b.conf", "/etc/nova/a.conf", "/etc/ceph/ceph.conf");
        assertThat(set.documents().get(0).owner()).isEqualTo("root:nova");
        assertThat(set.documents().get(2).presence()).isEqualTo(Presence.ABSENT);
    }

    @Test
    void partWithoutFileNameIsAProblem() {
        assertThatThrownBy(() -> read(field("ceph.conf", "x")))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(
                                        String.valueOf(problem.getParameters().get("errors")))
                                .contains("/documents/0/path"));
    }

    @Test
    void bodyThatIsNoMultipartIsAProblem() {
        for (String body : new String[] {
            "x",
            "--",
            "------y--\r\n",
            "------x\r\nContent-Disposition: form-data\r\n\r\na\r\n------x--",
            "------x\r\nabc",
            "\r\n\r\n"
        }) {
            assertThatThrownBy(() -> bodies.read(TYPE, stream(body), "h"))
                    .as(body)
                    .isInstanceOf(HttpProblem.class);
        }
        assertThatThrownBy(() -> bodies.read("multipart/form-data", stream("x--"), "h"))
                .isInstanceOf(HttpProblem.class);
    }
}
