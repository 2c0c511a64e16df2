package io.cacheaudit.fact.nova;

import io.cacheaudit.document.nova.OptionName;
import io.cacheaudit.document.nova.OptionSpec;
import io.cacheaudit.document.nova.OptionType;
import io.cacheaudit.text.FieldsReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one range of nova releases reads its libvirt options, and on which disks it applies {@code disk_cachemodes}: what a
 * row of {@code rules/precedence/nova-disk-cachemodes.yaml} names.
 *
 * @param atBoot on a disk nova manages, when the guest is defined
 * @param atAttach on a volume, at boot and when it is attached
 * @param afterMigration on a volume, once the guest has been live-migrated
 * @param rescueDisk on the disk that a stable-device rescue adds
 */
public record NovaDialect(
        Sections sections,
        Application atBoot,
        Application atAttach,
        Application afterMigration,
        Application rescueDisk) {

    /** The section of the libvirt options. */
    public enum Sections {
        /** {@code [DEFAULT]}; the image options carry the prefix {@code libvirt_}. */
        DEFAULT,
        /** {@code [libvirt]}, and {@code [DEFAULT]} by the older names. */
        LIBVIRT_OR_DEFAULT,
        LIBVIRT
    }

    /** What becomes of the option. */
    public enum Application {
        HONOURED,
        /** The mode nova starts from is used. */
        IGNORED,
        /** The mode that the source host wrote stays. */
        SOURCE_KEPT
    }

    /** Reads the behaviours of a row; a name that is none of the enumerated ones is a problem and reads as the first. */
    public static NovaDialect from(FieldsReader row) {
        return new NovaDialect(
                row.named("sections", Sections.class),
                row.named("at_boot", Application.class),
                row.named("at_attach", Application.class),
                row.named("after_migration", Application.class),
                row.named("rescue_disk", Application.class));
    }

    /** An option as this release registers it. */
    OptionSpec option(String name, OptionType type) {
        if (name.equals("instances_path")) {
            return OptionSpec.of(OptionName.DEFAULT, name, type);
        }
        String older = name.startsWith("images_") ? "libvirt_" + name : name;
        return switch (sections) {
            case DEFAULT -> OptionSpec.of(OptionName.DEFAULT, older, type);
            case LIBVIRT -> OptionSpec.of("libvirt", name, type);
            case LIBVIRT_OR_DEFAULT ->
                OptionSpec.of("libvirt", name, type).withDeprecated(new OptionName(OptionName.DEFAULT, older));
        };
    }

    /** Every group and name by which this release reads the option. */
    List<OptionName> names(String name) {
        OptionSpec option = option(name, OptionType.STR);
        List<OptionName> names = new ArrayList<>(option.deprecated());
        names.add(0, option.name());
        return names;
    }
}
