package io.cacheaudit.document.libvirt;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DomainParserTest {
    @Test
    void aRunningDomainStandsInItsStatus() {
        Domain domain = running();

        assertThat(domain.running()).isTrue();
        assertThat(domain.at()).isEqualTo(at(3, 3));
        assertThat(domain.id()).isEqualTo(located("3", 3, 22));
        assertThat(domain.type()).isEqualTo(located("kvm", 3, 11));
        assertThat(domain.name()).isEqualTo(located("instance-0000002a", 4, 11));
        assertThat(requireNonNull(domain.uuid()).value()).isEqualTo("6f7c1d4e-0000-4000-8000-00000000002a");
        assertThat(domain.novaVersion()).isEqualTo(located("26.2.2", 8, 23));
    }

    @Test
    void aDiskKeepsWhatItStatesAndWhere() {
        Disk disk = running().disks().get(0);

        assertThat(disk.at()).isEqualTo(at(14, 7));
        assertThat(disk.type()).isEqualTo(located("network", 14, 13));
        assertThat(disk.cache()).isEqualTo(located("writeback", 16, 17));
        assertThat(disk.driver().format()).isEqualTo(located("raw", 15, 29));
        assertThat(disk.driver().io()).isEqualTo(located("threads", 16, 35));
        assertThat(disk.driver().discard()).isEqualTo(located("unmap", 16, 48));
        assertThat(disk.driver().copyOnRead()).isEqualTo(located("on", 16, 64));
        assertThat(disk.targetDev()).isEqualTo(located("vda", 33, 17));
        assertThat(disk.bus()).isEqualTo(located("virtio", 33, 27));
        assertThat(disk.alias()).isEqualTo(located("virtio-disk0", 35, 16));
        assertThat(disk.serial()).isEqualTo(located("6f7c1d4e", 34, 17));
        assertThat(disk.snapshot()).isEqualTo(located("no", 14, 42));
        assertThat(requireNonNull(disk.mirror()).ready()).isEqualTo(located("yes", 32, 40));
        assertThat(disk.flags()).isEqualTo(new Disk.Flags(null, null, null));
    }

    @Test
    void aNetworkSourceKeepsHostsConfigAndSnapshotButNoQuery() {
        Disk disk = running().disks().get(0);
        Disk.Source source = disk.source();

        assertThat(requireNonNull(requireNonNull(source).protocol()).value()).isEqualTo("rbd");
        assertThat(source.name()).isEqualTo(located("vms/6f7c_disk", 20, 32));
        assertThat(source.hosts()).hasSize(3);
        assertThat(requireNonNull(source.hosts().get(0).port()).value()).isEqualTo("6789");
        assertThat(source.hosts().get(1).port()).isNull();
        assertThat(requireNonNull(source.hosts().get(2).socket()).value()).isEqualTo("/run/mon.sock");
        assertThat(source.configFile()).isEqualTo(located("/etc/ceph/vms.conf", 25, 19));
        assertThat(requireNonNull(source.snapshot()).value()).isEqualTo("before");
        assertThat(requireNonNull(disk.auth()).username()).isEqualTo(located("nova", 17, 15));
        assertThat(requireNonNull(disk.auth().secretUuid()).value()).startsWith("0b1e1f9c");
        assertThat(disk.toString()).doesNotContain("hush");
    }

    @Test
    void aBackingChainEndsWithAnEmptyElement() {
        Disk.BackingChain chain = running().disks().get(0).backing();

        assertThat(chain.complete()).isTrue();
        assertThat(chain.images()).hasSize(1);
        assertThat(requireNonNull(chain.images().get(0).format()).value()).isEqualTo("raw");
        assertThat(requireNonNull(requireNonNull(chain.images().get(0).source()).name())
                        .value())
                .isEqualTo("images/base");
        assertThat(running().disks().get(1).backing()).isEqualTo(new Disk.BackingChain(List.of(), false));
    }

    @Test
    void emptyElementsAndAuthWithinTheSourceAreRead() {
        Disk disk = running().disks().get(1);

        assertThat(disk.deviceWord()).isEqualTo("disk");
        assertThat(disk.device()).isNull();
        assertThat(disk.cache()).isNull();
        assertThat(requireNonNull(requireNonNull(disk.source()).file()).value()).isEqualTo("/srv/b & c.img");
        assertThat(requireNonNull(requireNonNull(disk.auth()).username()).value())
                .isEqualTo("inner");
        assertThat(requireNonNull(disk.auth().secretUsage()).value()).isEqualTo("portal");
        assertThat(disk.flags()).isEqualTo(new Disk.Flags(at(42, 9), at(43, 9), at(44, 9)));
    }

    @Test
    void anEmptyDriveHasNoSourceAndAnInvalidCacheIsKeptAsWritten() {
        Disk disk = running().disks().get(2);

        assertThat(disk.source()).isNull();
        assertThat(disk.cache()).isEqualTo(located("unsafe/writeback", 47, 29));
        assertThat(CacheAttribute.isValid(requireNonNull(disk.cache()).value())).isFalse();
    }

    @Test
    void thePassthroughIsKept() {
        Passthrough passthrough = running().passthrough();

        assertThat(passthrough.arguments())
                .containsExactly(located("-set", 52, 17), located("device.virtio-disk0.write-cache=off", 53, 17));
        assertThat(passthrough.environment()).hasSize(2);
        assertThat(passthrough.environment().get(0).value()).isEqualTo(located("--rbd_cache=false", 54, 34));
        assertThat(passthrough.environment().get(1).value()).isNull();
        assertThat(passthrough.capabilities()).extracting(Located::value).containsExactly("blockdev");
        assertThat(passthrough.overrides()).hasSize(1);
        assertThat(requireNonNull(passthrough.overrides().get(0).alias()).value())
                .isEqualTo("virtio-disk0");
        assertThat(requireNonNull(passthrough.overrides().get(0).value()).value())
                .isEqualTo("off");
    }

    @ParameterizedTest
    @CsvSource({
        "default, true",
        "none, true",
        "writethrough, true",
        "writeback, true",
        "directsync, true",
        "unsafe, true",
        "'', false",
        "None, false",
        "off, false",
        "' none', false",
        "unsafe/writeback, false"
    })
    void libvirtTakesSixCacheWords(String word, boolean valid) {
        assertThat(CacheAttribute.isValid(word)).isEqualTo(valid);
    }

    @Test
    void lineEndsAndAMissingLastOneChangeNothing() {
        assertThat(parse(fixture().replace("\n", "\r\n"))).isEqualTo(parse(fixture()));
        assertThat(parse(fixture().stripTrailing())).isEqualTo(parse(fixture()));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsWrongIsAProblemAtItsPlace(String input, int line, int column, String message) {
        assertThat(parse(input).problems()).containsExactly(new Problem(at(line, column), message));
    }

    static Stream<Arguments> whatIsWrongIsAProblemAtItsPlace() {
        return Stream.of(
                Arguments.of("<network/>", 1, 1, "expected an element domain or domstatus, found network"),
                Arguments.of("<domstatus>\n</domstatus>", 1, 1, "expected an element domain in domstatus"),
                Arguments.of("<domain>\n<devices>\n<disk></devices></domain>", 3, 1, "element disk is not closed"),
                Arguments.of(
                        "<domain><devices><disk>\n <driver/>\n <driver cache='none'/></disk></devices></domain>",
                        3,
                        2,
                        "element driver is repeated in disk"));
    }

    @Test
    void disksClosedBeforeAMalformedPlaceAreKept() {
        String cut = fixture().substring(0, fixture().indexOf("<disk type='file' device='cdrom'>") + 40);

        Parsed<Domain> parsed = parse(cut);

        assertThat(parsed.problems()).hasSize(1);
        assertThat(requireNonNull(parsed.value()).running()).isTrue();
        assertThat(parsed.value().disks()).hasSize(2);
    }

    @Test
    void aDocumentCutAnywhereIsRead() {
        String text = fixture();
        for (int i = 1; i < text.stripTrailing().length(); i += 13) {
            assertThat(parse(text.substring(0, i)).problems())
                    .as("cut at %d", i)
                    .hasSize(1);
        }
    }

    @Test
    void manyDisksTakeLinearTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(requireNonNull(parse(domain(10_000, "\n")).value()).disks())
                    .hasSize(10_000);
            assertThat(requireNonNull(parse("<domain><devices>" + "<disk/>".repeat(100_000))
                                    .value())
                            .disks())
                    .hasSize(100_000);
        });
    }

    private static String domain(int disks, String separator) {
        String disk =
                "<disk type='file'><driver cache='none'/><source file='/𐍈'/><target dev='vda'/></disk>" + separator;
        return "<domain><devices>" + disk.repeat(disks) + "</devices></domain>";
    }

    @Test
    void aDeepBackingChainIsAProblemAndTheOtherDisksStay() {
        String text = "<domain><devices><disk/><disk>" + "<backingStore type='file'>".repeat(100_000);

        Parsed<Domain> parsed = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> parse(text));

        assertThat(requireNonNull(parsed.value()).disks()).hasSize(1);
        assertThat(parsed.problems()).extracting(Problem::message).containsExactly("elements nest deeper than 100");
    }

    private static Domain running() {
        Parsed<Domain> parsed = parse(fixture());
        assertThat(parsed.problems()).isEmpty();
        return requireNonNull(parsed.value());
    }

    private static Parsed<Domain> parse(String text) {
        return DomainParser.parse(Document.present(Kind.LIBVIRT_DOMAIN, "x", text));
    }

    private static String fixture() {
        try (InputStream in = DomainParserTest.class.getResourceAsStream("running-guest.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Provenance at(int line, int column) {
        return new Provenance("x", line, column);
    }

    private static Located<String> located(String value, int line, int column) {
        return new Located<>(value, at(line, column));
    }
}
