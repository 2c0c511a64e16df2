package io.cacheaudit.adapter.dashboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.text.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTextTest {
    private static Excerpts excerpts(String content) {
        return new Excerpts(new DocumentSet(
                "h", Map.of(), List.of(Document.present(Kind.CEPH_CONF, "/etc/ceph/ceph.conf", content))));
    }

    private static Provenance at(int line, int column) {
        return new Provenance("/etc/ceph/ceph.conf", line, column);
    }

    @Test
    void charactersThatCannotBeSeenOrPileUpAreNamed() {
        assertThat(Printable.name("a\u202eb\nc\u3164\u0000")).isEqualTo("a\\u{202e}b\\u{a}c\\u{3164}\\u{0}");
        assertThat(Printable.of("a\nb")).isEqualTo("a\nb");
        assertThat(Printable.of("e\u0301")).isEqualTo("e\u0301");
        assertThat(Printable.of("e" + "\u0301".repeat(9))).endsWith("\\u{301}");
        assertThat(Printable.of("\ud800")).isEqualTo("\\u{d800}");
    }

    @Test
    void longNameKeepsItsBeginningAndItsEnd() {
        assertThat(Printable.name("x".repeat(4096) + "/vda"))
                .hasSize(100)
                .startsWith("xxx")
                .endsWith("x/vda");
    }

    @Test
    void addressOfADiskIsPlainOrADigest() {
        assertThat(DiskPath.of("instance-00000042", "vda")).isEqualTo("instance-00000042/vda");
        assertThat(DiskPath.of("..", "vda")).matches("~[0-9a-f]{32}");
        assertThat(DiskPath.of("a/b", "vda")).matches("~[0-9a-f]{32}");
        assertThat(DiskPath.of("x".repeat(4096), "sda#2")).matches("~[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource({
        "0,just now",
        "119,1 min ago",
        "7199,119 min ago",
        "7200,2 h ago",
        "172800,2 days ago",
        "-90,in the future"
    })
    void ageIsInTheUnitThatTellsMost(long seconds, String words) {
        Instant now = Instant.parse("2026-01-02T03:04:05Z");

        assertThat(Moment.of(now.minus(Duration.ofSeconds(seconds)), now).ago()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"50331648,48 MiB", "1025,1\u202f025 bytes", "1,1 byte", "0,0 bytes", "1073741824,1 GiB"})
    void bytesAreInTheLargestUnitThatDividesThem(long bytes, String words) {
        assertThat(Words.bytes(bytes)).isEqualTo(words);
    }

    @Test
    void neighboursAreOneExcerpt() {
        Excerpts excerpts = excerpts("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n");

        List<Excerpt> cut = excerpts.around(List.of(at(5, 1), at(3, 1), at(12, 1), at(40, 1), Provenance.whole("/x")));

        assertThat(cut).extracting(Excerpt::where).containsExactly("lines 3, 5", "line 12");
        assertThat(cut.get(0).lines()).extracting(Excerpt.Line::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(cut.get(0).holds(at(3, 9))).isTrue();
        assertThat(cut.get(0).holds(at(4, 1))).isFalse();
    }

    @Test
    void longLineIsCutAroundItsColumn() {
        List<Excerpt> cut =
                excerpts("a".repeat(5000) + "KEY" + "b".repeat(5000)).around(List.of(at(1, 5001)));

        assertThat(cut.get(0).lines().get(0).text())
                .hasSizeLessThan(200)
                .contains("aKEYb")
                .startsWith("…")
                .endsWith("…");
    }

    @Test
    void onlyWhatStandsBetweenBackticksIsCode() {
        assertThat(Prose.of("set `rbd cache` to false").pieces())
                .extracting(Prose.Piece::code)
                .containsExactly(false, true, false);
        assertThat(Prose.of("one ` alone").plain()).isEqualTo("one ` alone");
    }
}
