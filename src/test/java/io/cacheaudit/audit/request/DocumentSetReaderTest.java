package io.cacheaudit.audit.request;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import io.cacheaudit.text.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSetReaderTest {
    private static final Limits SMALL = new Limits(2, 4, 8, 10, 3);

    private static DocumentSetBuilder.Result read(String body, Limits limits) {
        Tree tree = new JsonTreeReader(1 << 20)
                .read("body", body.getBytes(StandardCharsets.UTF_8))
                .value();
        return new DocumentSetReader(limits).read(requireNonNull(tree), null);
    }

    @Test
    void everyMemberReachesTheSet() {
        DocumentSet set = requireNonNull(read(
                        "{\"host\": \"Node-1\", \"versions\": {\"qemu\": \"2.2\"}, \"documents\": ["
                                + "{\"kind\": \"ceph.conf\", \"path\": \"/a\", \"content_base64\": \"/w==\","
                                + " \"mode\": \"0640\", \"owner\": \"root:ceph\"},"
                                + "{\"kind\": \"nova.conf\", \"path\": \"/n\", \"presence\": \"absent\"}]}",
                        Limits.DEFAULT)
                .set());

        assertThat(set.host()).isEqualTo("node-1");
        assertThat(set.versions()).containsEntry("qemu", "2.2");
        assertThat(set.documents())
                .containsExactly(
                        new Document(Kind.NOVA_CONF, "/n", Presence.ABSENT, new byte[0], null, null),
                        new Document(
                                Kind.CEPH_CONF, "/a", Presence.PRESENT, new byte[] {(byte) 0xff}, "0640", "root:ceph"));
    }

    @Test
    void hostIsCandidateWhereNoneIsNamed() {
        assertThat(requireNonNull(read("{\"documents\": []}", SMALL).set()).host())
                .isEqualTo("candidate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind": "mounts", "path": "/a", "content": "x"}, {"kind": "mounts", "path": "/a", "content": "x"} | /documents/1/path
            {"kind": "mounts", "path": "/a", "content": "12345"}            | /documents/0/content
            {"kind": "mounts", "path": "/12345678", "content": ""}          | /documents/0/path
            {"kind": "mounts", "path": "", "content": ""}                   | /documents/0/path
            {"kind": "mounts", "path": "/a"}                                | /documents/0/content
            {"kind": "mounts", "path": "/a", "presence": "gone"}            | /documents/0/presence
            {"kind": "mounts", "path": "/a", "content": "", "mode": "rw"}   | /documents/0/mode
            {"kind": "mounts", "path": "/a", "content": "", "owner": "x"}   | /documents/0/owner
            {"kind": 3, "path": "/a", "content": ""}                        | /documents/0/kind
            {"path": "/a", "content": ""}                                   | /documents/0/kind
            {"kind": "mounts", "path": "/a", "content": "", "a/b~": 1}      | /documents/0/a~1b~0
            3                                                               | /documents/0
            {"kind": "mounts", "path": "/1", "content": ""}, {"kind": "mounts", "path": "/2", "content": ""}, {"kind": "mounts", "path": "/3", "content": ""} | /documents
            """)
    void memberThatIsWrongIsNamedByPointer(String documents, String pointer) {
        DocumentSetBuilder.Result result = read("{\"documents\": [" + documents + "]}", SMALL);

        assertThat(result.set()).isNull();
        assertThat(result.problems().get(0).pointer()).isEqualTo(pointer);
        assertThat(result.problems().get(0).problem().at().line()).isEqualTo(1);
    }

    @Test
    void problemsAreBounded() {
        assertThat(read("{\"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1, \"documents\": []}", SMALL)
                        .problems())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "a b", "a/b", "\u00e9", "a\n"})
    void textThatIsNoHostName(String text) {
        assertThat(HostName.of(text)).isEmpty();
    }

    @Test
    void hostNamesAreBoundedAt253AndKeptInLowerCase() {
        assertThat(HostName.of("a".repeat(253))).isPresent();
        assertThat(HostName.of("a".repeat(254))).isEmpty();
        assertThat(HostName.of("Compute_17.Example")).isEqualTo(Optional.of("compute_17.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/ceph/ceph.conf, CEPH_CONF",
        "/etc/nova/nova-compute.conf, NOVA_CONF",
        "/run/libvirt/qemu/a.xml, LIBVIRT_DOMAIN",
        "/proc/1/mountinfo, MOUNTS",
        "/var/lib/glusterd/vols/gv0/info, GLUSTER_VOLUME",
    })
    void pathTellsTheKind(String path, Kind kind) {
        assertThat(KindByPath.of(path)).contains(kind);
    }
}
