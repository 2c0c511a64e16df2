package io.cacheaudit.api;

import static io.cacheaudit.api.Sets.QEMU_2_2;
import static io.cacheaudit.api.Sets.freshHost;
import static io.cacheaudit.api.Sets.get;
import static io.cacheaudit.api.Sets.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.api.Sets.Doc;
import io.cacheaudit.app.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Secrets in the documents of a host stand nowhere: not in the database, not in an answer, not on a page. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SecretsTest {
    private static final String SECRET = "hunter2zz";

    private static final Doc CEPH = new Doc("ceph.conf", "/etc/ceph/ceph.conf", """
            [global]
            mon host = 10.0.0.1
            [client]
              key = AQ-hunter2zz/A==
            my own password = "hunter2zz; # hunter2zz"
            unknown option = hunter2zz
                rbd cache = true
            """);
    private static final Doc NOVA = new Doc("nova.conf", "/etc/nova/nova.conf", """
            [DEFAULT]
            transport_url = rabbit://nova:hunter2zz@controller:5672/
            metadata_proxy_shared_secret = hunter2zz
             hunter2zz
            [database]
            connection = mysql://nova:hunter2zz@controller/nova
            [keystone_authtoken]
            admin_password=hunter2zz
            [libvirt]
            unknown_option = hunter2zz
            """);
    private static final Doc DOMAIN = new Doc("libvirt-domain", "/etc/libvirt/qemu/vm1.xml", """
            <domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
             <name>vm1</name>
             <description>password=hunter2zz</description>
             <devices>
              <graphics type='vnc' passwd='hunter2zz'/><disk type='network' device='disk'><driver type='raw' cache='none'/>
               <source protocol='rbd' name='volumes/one:key=hunter2zz'/>
               <target dev='vda' bus='virtio'/>
              </disk>
             </devices>
             <qemu:commandline><qemu:env name='CEPH_ARGS' value='--key=hunter2zz'/></qemu:commandline>
            </domain>
            """);
    private static final Doc BROKEN_DOMAIN = new Doc(
            "libvirt-domain",
            "/etc/libvirt/qemu/vm2.xml",
            "<domain><name>vm2</name><devices><graphics passwd='hunter2zz'/><disk passwd=hunter2zz></devices>");
    private static final Doc PROCESS = new Doc("qemu-process", "/proc/4711", """
            qemu-system-x86_64
            -name
            vm3
            -drive
            file=rbd:volumes/three:id=cinder:key=AQhunter2zz==:auth_supported=cephx,format=raw,if=none,id=drive-virtio-disk0,cache=none
            -object
            secret,id=s0,data=hunter2zz

            CEPH_ARGS=--key=hunter2zz
            """);
    private static final Doc OVERRIDES = new Doc("ceph-overrides", "overrides", """
            {"config_dump": [{"section": "client", "name": "key", "value": "hunter2zz"}]}""");
    private static final Doc BROKEN_OVERRIDES =
            new Doc("host-facts", "facts", "{\"labels\": {\"password\": \"hunter2zz\"}, \"token\": \"hunter2zz\", ");

    @Inject
    DataSource database;

    private final String host = freshHost();

    @Test
    void secretStandsInNoRowNoAnswerAndNoPage() throws SQLException {
        Doc[] all = {CEPH, NOVA, DOMAIN, BROKEN_DOMAIN, PROCESS, OVERRIDES, BROKEN_OVERRIDES};
        List<String> texts = new ArrayList<>();
        texts.add(Sets.accepted(host, set(QEMU_2_2, all)).asString());
        texts.add(Sets.accepted(host, set(Map.of(), all)).asString());
        texts.add(Sets.accepted(host, set(QEMU_2_2, all)).asString());
        texts.add(Sets.candidate(set(QEMU_2_2, all)).asString());
        for (String address : List.of(
                "/api/v1/hosts/" + host,
                "/api/v1/hosts/" + host + "/audit",
                "/api/v1/findings?limit=1000&host=" + host,
                "/hosts/" + host,
                "/",
                "/q/metrics")) {
            texts.add(get(address).asString());
        }
        List<String> fingerprints =
                get("/api/v1/findings?limit=1000&host=" + host).path("items.fingerprint");
        fingerprints.forEach(fingerprint ->
                texts.add(get("/api/v1/findings/{fingerprint}", fingerprint).asString()));

        assertThat(fingerprints).isNotEmpty();
        assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContainIgnoringCase(SECRET));
        List<String> rows = rows();
        assertThat(rows).anyMatch(row -> row.contains(host));
        assertThat(rows).allSatisfy(row -> assertThat(row).doesNotContain(SECRET, hex(SECRET)));
    }

    @Test
    void storedDocumentsKeepEveryLineAndColumn() throws SQLException {
        // What CEPH_ARGS may hold, or options behind a colon of the name, would leave the caches unknown.
        String content = DOMAIN.content().replaceAll("<qemu:.*\n", "\n").replace(":key=hunter2zz", "");
        Doc domain = new Doc(DOMAIN.kind(), DOMAIN.path(), content);
        Sets.accepted(host, set(QEMU_2_2, CEPH, NOVA, domain));

        JsonPath disk = get("/api/v1/hosts/{host}/audit", host).jsonPath();
        String rbd = "disks[0].rbd_cache.settings.rbd_cache.derivation.decided_by.";
        String drive = "disks[0].drive_cache.derivation.decided_by.";
        assertThat(disk.getInt(rbd + "line")).isEqualTo(7);
        assertThat(disk.getInt(rbd + "column")).isEqualTo(5);
        assertThat(disk.getInt(drive + "line")).isEqualTo(5);
        String line = DOMAIN.content().lines().toList().get(4);
        assertThat(disk.getInt(drive + "column")).isBetween(line.indexOf("<driver") + 1, line.indexOf("'none'") + 2);
        assertThat(stored("/etc/ceph/ceph.conf"))
                .hasSize(CEPH.content().length())
                .contains("    rbd cache = true\n", "\n  key = *");
        assertThat(stored("/etc/nova/nova.conf").lines().map(String::length))
                .containsExactlyElementsOf(
                        NOVA.content().lines().map(String::length).toList());
    }

    private String stored(String path) throws SQLException {
        List<String> contents = select("SELECT convert_from(c.content, 'UTF8') FROM host h"
                + " JOIN host_document d ON d.host_id = h.id JOIN document_content c USING (sha256)"
                + " WHERE h.name = '" + host + "' AND d.path = '" + path + "'");
        assertThat(contents).hasSize(1);
        return contents.get(0);
    }

    /** Every row of every table as text, bytes in hexadecimal. */
    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : select("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
            rows.addAll(select("SELECT t::text FROM " + table + " t"));
        }
        return rows;
    }

    private List<String> select(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
