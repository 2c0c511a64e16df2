package io.cacheaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.drive.CacheMode;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Component;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskFieldsTest {
    private static final Values VALUES = DiskFields.VOCABULARY.values(
            Disks.rbd(CacheMode.NONE, Effective.known(true, Disks.CONF), Effective.known(Risk.NONE)));
    private static final Provenance AT = new Provenance("rule.yaml", 6, 11);

    @ParameterizedTest
    @CsvSource({
        "domain, vm7",
        "source.protocol, rbd",
        "drive_cache.mode, none",
        "drive_cache.configured, ''",
        "drive_cache.direct, true",
        "rbd_cache.enabled, true",
        "rbd_cache.enabled_by, /etc/ceph/ceph.conf line 3",
        "rbd_cache.state, WRITEBACK",
        "rbd_cache.max_dirty, 25165824",
        "ceph_conf.rbd_cache, true",
        "ceph_conf.rbd_cache_role, decided",
        "cache_mode.rbd_cache, false",
        "cache_mode.rbd_cache_role, overridden",
        "durability.flushed.worst, none",
        "durability.unflushed.worst, bounded",
        "durability.bytes, 25165824"
    })
    void readsTheValueOfAField(String path, String value) {
        assertThat(VALUES.get(path).known().map(Object::toString)).contains(value);
    }

    @Test
    void everyKnownValueHasTheTypeOfItsField() {
        assertThat(DiskFields.VOCABULARY.fields())
                .allSatisfy(field -> VALUES.get(field.path())
                        .known()
                        .ifPresent(value ->
                                assertThat(value).isInstanceOf(field.type().valueType())));
    }

    @Test
    void anOptionNobodyEstablishedIsUnknown() {
        assertThat(VALUES.get("rbd_cache.size").missing()).extracting("name").containsExactly("facts.rbd_cache_size");
    }

    @Test
    void theSummarySaysWhatEachGuestCanLose() {
        assertThat(VALUES.get("durability.summary").known().map(Object::toString))
                .contains("flushed writes lose nothing; writes since the last flush and writes of a guest that never"
                        + " flushes lose up to 25165824 bytes (24 MiB) held in rbd_cache when QEMU is killed, the host"
                        + " crashes or the power goes");
    }

    @Test
    void aTextSaysWhatIsUnknownAndWhatIsNotWritten() {
        List<Problem> problems = new ArrayList<>();
        Values values = DiskFields.VOCABULARY.values(
                Disks.rbd(CacheMode.NONE, Effective.unknown(Component.QEMU.missing()), Effective.known(Risk.NONE)));

        Template template =
                Template.of("{rbd_cache.enabled}, {drive_cache.configured}.", DiskFields.VOCABULARY, AT, problems);

        assertThat(template.fill(DiskFields.VOCABULARY, values)).isEqualTo("(not known), not written.");
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a {tagret}. | rule.yaml:6:14: error: unknown field "tagret", did you mean "target"?
            a {target.  | rule.yaml:6:11: error: a brace without its partner; write fields as {name}
            """)
    void aWrongTextIsNamedWhereItStands(String text, String problem) {
        List<Problem> problems = new ArrayList<>();

        Template.of(text, DiskFields.VOCABULARY, AT, problems);

        assertThat(problems).extracting(Object::toString).containsExactly(problem);
    }
}
