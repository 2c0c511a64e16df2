package io.cacheaudit.document.gluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.gluster.GlusterVolume.Form;
import io.cacheaudit.document.gluster.GlusterVolume.Option;
import io.cacheaudit.document.gluster.GlusterVolume.Origin;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeParserTest {
    private static final String INFO = """
            <details>
            ```
            root@gl1:~# gluster volume info

            Volume Name: vms
            Type: Replicate
            Volume ID: 00000000-0000-4000-8000-000000000001
            Status: Started
            Number of Bricks: 1 x (2 + 1) = 3
            Transport-type: tcp
            Bricks:
            Brick1: gl1:/bricks/a-b/vms
            Brick2: 4f0c2c6e-0000-4000-8000-000000000002:/bricks/b
            Brick3: [fe80::1]:/bricks/c (arbiter)
            Options Reconfigured:
            network.remote-dio: disable
            storage.linux-io_uring: on
            auth.allow: 10.0.0.1, 10.0.0.2
            network.remote-dio: enable

            Volume Name: other
            Type: Distribute
            ```
            </details>
            """;

    @Test
    void volumeInfoIsReadAmongWhatWasPastedWithIt() {
        List<GlusterVolume> volumes = volumes(INFO);
        GlusterVolume vms = volumes.get(0);

        assertThat(volumes).hasSize(2);
        assertThat(vms.form()).isEqualTo(Form.INFO);
        assertThat(vms.at()).isEqualTo(at(5, 1));
        assertThat(vms.name()).isEqualTo(located("vms", 5, 14));
        assertThat(vms.type()).isEqualTo(located("Replicate", 6, 7));
        assertThat(vms.status()).isEqualTo(located("Started", 8, 9));
        assertThat(vms.bricks())
                .extracting(brick -> brick.host().value(), brick -> brick.path().value(), GlusterVolume.Brick::arbiter)
                .containsExactly(
                        tuple("gl1", "/bricks/a-b/vms", false),
                        tuple("4f0c2c6e-0000-4000-8000-000000000002", "/bricks/b", false),
                        tuple("[fe80::1]", "/bricks/c", true));
        assertThat(vms.bricks().get(0).path().at()).isEqualTo(at(12, 13));
        assertThat(vms.options())
                .extracting(option -> option.key().value(), option -> value(option.value()), Option::origin)
                .containsExactly(
                        tuple("network.remote-dio", "disable", Origin.SET),
                        tuple("storage.linux-io_uring", "on", Origin.SET),
                        tuple("auth.allow", "10.0.0.1, 10.0.0.2", Origin.SET),
                        tuple("network.remote-dio", "enable", Origin.SET));
        assertThat(vms.options("network.remote-dio")).hasSize(2);
        assertThat(vms.options().get(0).value()).isEqualTo(located("disable", 16, 21));
        assertThat(volumes.get(1).options()).isEmpty();
    }

    @Test
    void lineEndsAndAMissingLastOneChangeNothing() {
        assertThat(volumes(INFO.replace("\n", "\r\n"))).isEqualTo(volumes(INFO));
        assertThat(volumes(INFO.stripTrailing())).isEqualTo(volumes(INFO));
    }

    @Test
    void theOptionTableKeepsMarksAndGrownTogetherRows() {
        GlusterVolume volume = volumes("""
                        # gluster volume get vms all
                        Option                                  Value
                        ------                                  -----
                        network.remote-dio                      disable (DEFAULT)
                        performance.write-behind                on
                        performance.cache-size                  32MB
                        performance.cache-size                  128MB (DEFAULT)
                        cluster.data-self-heal-algorithm        (null)
                        performance.resync-failed-syncs-after-fsyncoff (DEFAULT)
                        performance.nfs.write-behind-window-size1MB
                        """).get(0);

        assertThat(volume.form()).isEqualTo(Form.GET);
        assertThat(volume.name()).isEqualTo(located("vms", 1, 22));
        assertThat(volume.options())
                .extracting(option -> option.key().value(), option -> value(option.value()), Option::origin)
                .containsExactly(
                        tuple("network.remote-dio", "disable", Origin.DEFAULT),
                        tuple("performance.write-behind", "on", Origin.UNMARKED),
                        tuple("performance.cache-size", "32MB", Origin.UNMARKED),
                        tuple("performance.cache-size", "128MB", Origin.DEFAULT),
                        tuple("cluster.data-self-heal-algorithm", "absent", Origin.DEFAULT),
                        tuple("performance.resync-failed-syncs-after-fsync", "off", Origin.DEFAULT),
                        tuple("performance.nfs.write-behind-window-size", "1MB", Origin.UNMARKED));
        assertThat(volume.options().get(5).value()).isEqualTo(located("off", 9, 44));
    }

    @Test
    void theStateFileIsReadWithoutItsCredentials() {
        GlusterVolume volume = volumes("""
                        type=2
                        status=1
                        volume-id=00000000-0000-4000-8000-000000000001
                        username=hush
                        password=hush
                        performance.strict-o-direct=on
                        brick-0=gl1:-bricks-a-vms
                        """).get(0);

        assertThat(volume.form()).isEqualTo(Form.STATE_FILE);
        assertThat(volume.name()).extracting(Located::value).isEqualTo("vms");
        assertThat(volume.type()).isEqualTo(located("Replicate", 1, 6));
        assertThat(volume.status()).isEqualTo(located("Started", 2, 8));
        assertThat(volume.bricks())
                .containsExactly(new GlusterVolume.Brick(located("gl1", 7, 9), located("/bricks/a/vms", 7, 13), false));
        assertThat(volume.options())
                .containsExactly(
                        new Option(located("performance.strict-o-direct", 6, 1), located("on", 6, 29), Origin.SET));
        assertThat(volume.toString()).doesNotContain("hush");
    }

    @Test
    void xmlOfBothCommandsIsRead() {
        GlusterVolume info = volumes("""
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <cliOutput><opRet>0</opRet><volInfo><volumes><volume><name>vms</name><statusStr>Started</statusStr>
                        <type>7</type><typeStr>Distributed-Replicate</typeStr><bricks>
                        <brick uuid="u">gl1:/b<name>gl1:/b</name><isArbiter>1</isArbiter></brick><brick>gl2:/c</brick></bricks>
                        <options><option><name>features.shard</name><value>on</value></option></options>
                        </volume></volumes></volInfo></cliOutput>
                        """).get(0);
        GlusterVolume get = volumes("<cliOutput><volGetopts><Opt><Option>a.b</Option><Value>off (DEFAULT)</Value></Opt>"
                        + "</volGetopts></cliOutput>")
                .get(0);

        assertThat(info.type()).extracting(Located::value).isEqualTo("Distributed-Replicate");
        assertThat(info.bricks()).extracting(GlusterVolume.Brick::arbiter).containsExactly(true, false);
        assertThat(info.options())
                .containsExactly(new Option(located("features.shard", 5, 24), located("on", 5, 52), Origin.SET));
        assertThat(get.options()).extracting(Option::origin).containsExactly(Origin.DEFAULT);
        assertThat(get.options()).extracting(option -> value(option.value())).containsExactly("off");
    }

    @ParameterizedTest
    @CsvSource({
        "'nothing', 0, 0, 'expected the output of gluster volume info or volume get, or glusterd''s info file'",
        "'Volume Name: a|Options Reconfigured:|cluster.server-quor', 3, 1, 'expected \"key: value\"'",
        "'Volume Name: a|Brick1: nowhere', 2, 9, expected a brick as host:/path",
        "'Option Value|performance.a-key-that-is-far-longer-than-forty-charson', 2, 1, expected an option and its value",
        "'volume-id=a|cut', 2, 1, 'expected \"key=value\"'",
        "'<cliOutput><opRet>-1</opRet></cliOutput>', 1, 19, 'gluster answered with an error, expected opRet 0'",
        "'<a><cliOutput/></a>', 1, 1, 'expected an element cliOutput, found a'"
    })
    void whatIsWrongIsAProblemAtItsPlace(String input, int line, int column, String message) {
        assertThat(parse(input.replace('|', '\n')).problems())
                .containsExactly(new Problem(new Provenance("/var/lib/glusterd/vols/vms/info", line, column), message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ":", "a: ", "<a", "[", "@", "-", " ", "\0", "a.b: c\n", "performance.a "})
    void hostileTextNeitherHangsNorThrows(String unit) {
        for (String start : List.of("Volume Name: a\n", "Option Value\n", "volume-id=\n", "<cliOutput", "")) {
            Parsed<List<GlusterVolume>> parsed = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> parse(start + unit.repeat(60_000 / unit.length())));
            assertThat(parsed).isNotNull();
        }
    }

    private static String value(@Nullable Located<String> located) {
        return located == null ? "absent" : located.value();
    }

    private static List<GlusterVolume> volumes(String text) {
        Parsed<List<GlusterVolume>> parsed = parse(text);
        assertThat(parsed.problems()).isEmpty();
        return requireNonNull(parsed.value());
    }

    private static Parsed<List<GlusterVolume>> parse(String text) {
        return VolumeParser.parse(Document.present(Kind.GLUSTER_VOLUME, "/var/lib/glusterd/vols/vms/info", text));
    }

    private static Provenance at(int line, int column) {
        return new Provenance("/var/lib/glusterd/vols/vms/info", line, column);
    }

    private static Located<String> located(String value, int line, int column) {
        return new Located<>(value, at(line, column));
    }
}
