package io.cacheaudit.document.ceph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.ceph.CephConf.Lookup;
import io.cacheaudit.document.ceph.CephConf.Loss;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CephConfLookupTest {

    @ParameterizedTest
    @EnumSource(CephGrammar.class)
    void firstSectionThatHasTheKeyWinsAndNamesItsLosers(CephGrammar grammar) {
        CephConf conf = parse(grammar, """
                [global]
                rbd cache = 1
                [client.cinder]
                rbd cache = 2
                [client]
                rbd cache = 3
                [client.cinder]
                rbd_cache = bad
                """);

        Lookup lookup = conf.lookup("client.cinder", "rbd_cache");

        assertThat(Objects.requireNonNull(lookup.winner()).value().value()).isEqualTo("bad");
        assertThat(lookup.shadowed())
                .extracting(loser -> loser.entry().keyAt().line(), CephConf.Shadowed::loss)
                .containsExactly(
                        tuple(4, Loss.EARLIER_DUPLICATE), tuple(6, Loss.WEAKER_SECTION), tuple(2, Loss.WEAKER_SECTION));
    }

    @Test
    void otherClientsSectionIsNotSearched() {
        CephConf conf = parse(CephGrammar.LINES, "[client.admin]\nrbd cache = 1\n[Client]\nrbd cache = 2\n");

        assertThat(conf.lookup("client.cinder", "rbd_cache").found()).isEmpty();
        assertThat(CephConf.searched("client.a.b")).isEqualTo(List.of("client.a.b", "client", "global"));
        assertThat(CephConf.searched("client")).isEqualTo(List.of("client.admin", "client", "global"));
    }

    @Test
    void tabInAKeyMatchesByGrammar() {
        assertThat(parse(CephGrammar.LINES, "rbd\tcache = 1\n").sections().get("global"))
                .containsOnlyKeys("rbd\tcache");
        assertThat(parse(CephGrammar.LINES, "rbd \tcache = 1\n").sections().get("global"))
                .containsOnlyKeys("rbd_cache");
        assertThat(parse(CephGrammar.SPIRIT, "rbd\tcache = 1\n").sections().get("global"))
                .containsOnlyKeys("rbd_cache");
    }

    @Test
    void keyInTwoPiecesMatchesByGrammar() {
        assertThat(parse(CephGrammar.LINES, "rbd_\\\ncache = 1\n").sections().get("global"))
                .containsOnlyKeys("rbd_cache");
        assertThat(parse(CephGrammar.SPIRIT, "rbd_\\\ncache = 1\n").sections().get("global"))
                .doesNotContainKey("rbd_cache");
        assertThat(parse(CephGrammar.SPIRIT, "[client]\n\\\nrbd_cache = 1\n")
                        .sections()
                        .get("client"))
                .containsOnlyKeys("rbd_cache");
    }

    @Test
    void blanksInASectionNameMatchByGrammar() {
        assertThat(parse(CephGrammar.LINES, "[ client \t x ]\n").sections()).containsKey("client x");
        assertThat(parse(CephGrammar.SPIRIT, "[ client ]\n").sections()).containsKey(" client ");
    }

    @Test
    void paddedQuotedValueIsTrimmedByGrammar() {
        assertThat(value(CephGrammar.LINES, "a = \" true \"\n")).isEqualTo(" true ");
        assertThat(value(CephGrammar.SPIRIT, "a = \" true \"\n")).isEqualTo("true");
        assertThat(value(CephGrammar.LINES, "a = 'true'\n")).isEqualTo("'true'");
        assertThat(value(CephGrammar.SPIRIT, "a = 'true'\n")).isEqualTo("true");
    }

    private static String value(CephGrammar grammar, String text) {
        return parse(grammar, text)
                .lookup("client.admin", "a")
                .found()
                .orElseThrow()
                .value()
                .value();
    }

    private static CephConf parse(CephGrammar grammar, String text) {
        return CephConfParser.parse(Document.present(Kind.CEPH_CONF, "ceph.conf", text), grammar, false);
    }
}
