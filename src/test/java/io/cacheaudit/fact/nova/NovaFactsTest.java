package io.cacheaudit.fact.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cacheaudit.Tables;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import io.cacheaudit.document.nova.OsloParser;
import io.cacheaudit.fact.nova.NovaRemark.Reason;
import io.cacheaudit.text.Located;
import io.cacheaudit.version.BehaviourRow;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Version;
import io.cacheaudit.version.VersionTable;
import io.cacheaudit.version.Versions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NovaFactsTest {
    private static final VersionTable<BehaviourRow<NovaDialect>> TABLE =
            Tables.nova().nova();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "26.2.2 | [libvirt]\\ndisk_cachemodes=network=writeback        | network | writeback | 2:17 | 0",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=\"network=writeback\"    | network | writeback | 2:18 | 0",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=file=none, network=unsafe | network | unsafe  | 2:28 | 0",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=file=none,\\n network=unsafe | network | unsafe | 3:2 | 0",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=file=none,,network=unsafe | network | unsafe  | 2:28 | 1",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=file=none,file=unsafe    | file    | unsafe    | 2:27 | 0",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=file=none,file=bad       | file    | none      | 2:17 | 1",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=network=WriteBack        | network | -         | -    | 1",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=NETWORK=writeback        | network | -         | -    | 0",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=rbd=writeback            | network | -         | -    | 0",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=network=writeback # ceph | network | -         | -    | 1",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=network:writeback        | network | -         | -    | 1",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=network=$$writeback      | network | -         | -    | 1",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=file=none\\n network=unsafe | network | -      | -    | 1",
                "26.2.2 | [ libvirt ]\\ndisk_cachemodes=network=writeback      | network | -         | -    | 0",
                "26.2.2 | [DEFAULT]\\ndisk_cachemodes=network=writeback        | network | -         | -    | 0",
                "2013.2 | [DEFAULT]\\ndisk_cachemodes=network=writeback        | network | writeback | 2:17 | 0",
                "2013.2 | [libvirt]\\ndisk_cachemodes=network=writeback        | network | -         | -    | 0",
                "2014.1 | [DEFAULT]\\ndisk_cachemodes=network=none\\n[libvirt]\\ndisk_cachemodes=network=unsafe | network | unsafe | 4:17 | 0",
                "2014.1 | [DEFAULT]\\ndisk_cachemodes=network=none             | network | none      | 2:17 | 0",
                "2014.2 | [DEFAULT]\\ndisk_cachemodes=network=none             | network | -         | -    | 0"
            })
    void lastValidItemOfATypeDecides(String release, String text, String type, String mode, String at, int warnings) {
        NovaCacheModes modes = read(release, "9.0.0", text + "\\n").cacheModes();

        assertThat(modes.isKnown()).isTrue();
        assertThat(modes.forType(type).map(CacheModeItem::mode).orElse("-")).isEqualTo(mode);
        assertThat(modes.forType(type)
                        .map(item -> item.at().line() + ":" + item.at().column())
                        .orElse("-"))
                .isEqualTo(at);
        assertThat(modes.warnings()).isEqualTo(warnings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "26.2.2 | [libvirt]\\ndisk_cachemodes=file=bad           | BAD_MODE          | disk_cachemodes | 2:17",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=rbd=none           | KEY_NEVER_MATCHED | disk_cachemodes | 2:17",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=File=none          | KEY_CASE          | disk_cachemodes | 2:17",
                "26.2.2 | [libvirt]\\ndisk_cachemodes=file=none,file=none | REPLACED_ITEM    | disk_cachemodes | 2:17",
                "26.2.2 | [DEFAULT]\\ndisk_cachemodes=file=none          | WRONG_SECTION     | disk_cachemodes | 2:1",
                "26.2.2 | [ libvirt ]\\ndisk_cachemodes=file=none        | WRONG_SECTION     | disk_cachemodes | 2:1",
                "2013.2 | [libvirt]\\ndisk_cachemodes=file=none          | WRONG_SECTION     | disk_cachemodes | 2:1",
                "26.2.2 | [DEFAULT]\\nrbd_user=cinder                    | WRONG_SECTION     | rbd_user        | 2:1",
                "26.2.2 | [DEFAULT]\\nlibvirt_images_type=rbd            | MISSPELT_OPTION   | libvirt_images_type | 2:1",
                "26.2.2 | [libvirt]\\ndisk_cachemode=file=none           | MISSPELT_OPTION   | disk_cachemode  | 2:1",
                "26.2.2 | [libvirt]\\ncache=writeback                    | MISSPELT_OPTION   | cache           | 2:1",
                "26.2.2 | [libvirt]\\ndisk-cachemodes=file=none          | MISSPELT_OPTION   | disk-cachemodes | 2:1",
                "26.2.2 | [libvirt]\\nDisk_Cachemodes=file=none          | MISSPELT_OPTION   | Disk_Cachemodes | 2:1",
                "26.2.2 | [libvirt]\\nvirt_type=kvm\\n disk_cachemodes=file=none | SWALLOWED | disk_cachemodes | 3:2",
                "26.2.2 | [DEFAULT]\\ndebug=true\\n [libvirt]            | SWALLOWED         | ``              | 3:2",
                "26.2.2 | [libvirt]\\nrbd_user=a\\nrbd_user=b            | OVERRIDDEN        | rbd_user        | 2:1"
            })
    void whatIsSetInVainIsRemarked(String release, String text, Reason reason, String key, String at) {
        List<NovaRemark> remarks = read(release, "9.0.0", text + "\\n").remarks();

        assertThat(remarks).singleElement().satisfies(remark -> {
            assertThat(remark.reason()).isEqualTo(reason);
            assertThat(remark.key()).isEqualTo(key);
            assertThat(remark.at().line() + ":" + remark.at().column()).isEqualTo(at);
            assertThat(remark.document()).isEqualTo("nova.conf");
            assertThat(remark.why()).isNotBlank().doesNotContain("cinder", "kvm");
        });
    }

    @Test
    void optionsThatWorkAreNotRemarked() {
        NovaFacts facts = read(
                "26.2.2",
                "9.0.0",
                "[cache]\\nenabled=true\\nbackend=x\\n[LibVirt]\\nimages_type=rbd\\nrbd_user=nova\\nimages_rbd_pool=vms\\n"
                        + "images_rbd_ceph_conf=/etc/ceph/ceph.conf\\ndisk_cachemodes=network=writeback\\n");

        assertThat(facts.remarks()).isEmpty();
        assertThat(value(facts.rbdUser())).isEqualTo("nova");
        assertThat(value(facts.imagesRbdPool())).isEqualTo("vms");
        assertThat(value(facts.imagesRbdCephConf())).isEqualTo("/etc/ceph/ceph.conf");
        assertThat(Objects.requireNonNull(facts.imagesType().value()).at().toString())
                .isEqualTo("nova.conf:5:13");
        assertThat(facts.instancesPath()).isEqualTo(new OptionFact<>(null, List.of()));
    }

    @Test
    void laterFileReplacesTheOptionEvenByItsOlderName() {
        NovaFacts facts = read(
                "2014.1",
                "1.3.0",
                "[libvirt]\\ndisk_cachemodes=network=writeback\\n",
                "[DEFAULT]\\ndisk_cachemodes=network=unsafe\\n");

        assertThat(facts.cacheModes().forType("network").orElseThrow().mode()).isEqualTo("unsafe");
        assertThat(facts.remarks()).extracting(NovaRemark::reason).containsExactly(Reason.OVERRIDDEN);
    }

    @Test
    void parseErrorLeavesEveryValueUnknown() {
        NovaFacts facts = read("26.2.2", "9.0.0", "[libvirt]\\nrbd_user=a\\nbad line\\n");

        assertThat(facts.serviceStarts()).isFalse();
        assertThat(facts.rbdUser().isKnown()).isFalse();
        assertThat(facts.cacheModes().isKnown()).isFalse();
        assertThat(facts.problems()).hasSize(1);
    }

    @Test
    void variableOfAnotherOptionIsUnknownUnlessItIsSet() {
        assertThat(value(read("26.2.2", "9.0.0", "[DEFAULT]\\nstate_path=/s\\ninstances_path=$state_path/i\\n")
                        .instancesPath()))
                .isEqualTo("/s/i");
        assertThat(read("26.2.2", "9.0.0", "[DEFAULT]\\ninstances_path=$state_path/i\\n")
                        .instancesPath()
                        .isKnown())
                .isFalse();
        assertThat(read("26.2.2", "9.0.0", "[libvirt]\\nrbd_user=$x\\n")
                        .rbdUser()
                        .isKnown())
                .isFalse();
    }

    @Test
    void unknownReleaseIsHarmlessWhereAllReadTheSame() {
        NovaFacts both = read(
                null,
                null,
                "[DEFAULT]\\nrbd_user=a\\n[libvirt]\\ndisk_cachemodes=network=none\\n[x]\\ncache=1\\nrbd_user=b\\n");

        assertThat(both.rbdUser().missing()).extracting("name").containsExactly("versions.nova");
        assertThat(both.cacheModes().isKnown()).isFalse();
        assertThat(both.instancesPath().isKnown()).isTrue();
        assertThat(both.remarks())
                .extracting(NovaRemark::section, NovaRemark::reason)
                .containsExactly(tuple("libvirt", Reason.UNDECIDED), tuple("x", Reason.WRONG_SECTION));
    }

    @Test
    void unreadableFileLeavesEveryValueUnknown() {
        Document locked = new Document(Kind.NOVA_CONF, "b", Presence.UNREADABLE, new byte[0], null, null);
        NovaFacts facts = NovaFacts.read(
                OsloParser.parse(List.of(Document.present(Kind.NOVA_CONF, "a", "[libvirt]\nrbd_user=a\n"), locked)),
                nova(versions("26.2.2", "9.0.0")),
                Tables.nova().oslo(versions("26.2.2", "9.0.0")));

        assertThat(facts.rbdUser().missing()).extracting("collect").containsExactly("cat b");
    }

    @ParameterizedTest
    @CsvSource({
        "2013.2.2, HONOURED, SOURCE_KEPT, HONOURED",
        "2015.1.0, HONOURED, IGNORED, HONOURED",
        "13.1.4, HONOURED, IGNORED, HONOURED",
        "14.0.8, IGNORED, HONOURED, IGNORED",
        "14.0.9, HONOURED, HONOURED, HONOURED",
        "15.0.6, HONOURED, IGNORED, HONOURED",
        "15.0.7, IGNORED, HONOURED, IGNORED",
        "16.0.2, IGNORED, HONOURED, IGNORED",
        "16.0.3, HONOURED, HONOURED, HONOURED",
        "26.2.2, HONOURED, HONOURED, IGNORED"
    })
    void releaseDecidesWhereTheOptionIsHonoured(String release, String boot, String migration, String rescue) {
        NovaDialect dialect = nova(versions(release, null)).candidates().get(0);

        assertThat(dialect.atBoot().name()).isEqualTo(boot);
        assertThat(dialect.afterMigration().name()).isEqualTo(migration);
        assertThat(dialect.rescueDisk().name()).isEqualTo(rescue);
        assertThat(dialect.atAttach()).isEqualTo(NovaDialect.Application.HONOURED);
    }

    private static NovaFacts read(@Nullable String nova, @Nullable String oslo, String... texts) {
        List<Document> documents = new ArrayList<>();
        for (String text : texts) {
            String path = documents.isEmpty() ? "nova.conf" : "nova-compute.conf";
            documents.add(Document.present(Kind.NOVA_CONF, path, text.translateEscapes()));
        }
        Versions versions = versions(nova, oslo);
        return NovaFacts.read(
                OsloParser.parse(documents), nova(versions), Tables.nova().oslo(versions));
    }

    private static Versions versions(@Nullable String nova, @Nullable String oslo) {
        Map<String, String> texts = new HashMap<>();
        if (nova != null) {
            texts.put(
                    Component.NOVA.word(),
                    Version.parse(Component.NOVA, nova).orElseThrow().text());
        }
        if (oslo != null) {
            texts.put(Component.OSLO_CONFIG.word(), oslo);
        }
        return Versions.of(texts);
    }

    private static NovaFacts.Dialects nova(Versions versions) {
        return new NovaFacts.Dialects(
                TABLE.candidates(versions).stream().map(BehaviourRow::behaviour).toList(),
                TABLE.match(versions).missing());
    }

    private static String value(OptionFact<String> fact) {
        Located<String> located = Objects.requireNonNull(fact.value());
        return located.value();
    }
}
