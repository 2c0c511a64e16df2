package io.cacheaudit.document.block;

import io.cacheaudit.document.Document;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of {@code lsblk -J -b}. Older releases write numbers and booleans as strings, and children stand within
 * their parents unless a flat list was asked for.
 */
public final class BlockDevicesParser {
    private final List<Problem> problems = new ArrayList<>();
    private final List<BlockDevice> devices = new ArrayList<>();

    private BlockDevicesParser() {}

    public static Parsed<BlockDevices> parse(Document document, TreeReader json) {
        Parsed<Tree> read = json.read(document.path(), document.content());
        Tree tree = read.value();
        if (tree == null) {
            return new Parsed<>(null, read.problems());
        }
        Tree list = tree instanceof Tree.Fields fields ? fields.get("blockdevices") : null;
        if (!(list instanceof Tree.Items)) {
            return Parsed.failed(tree.at(), "expected a list blockdevices, as lsblk -J prints it");
        }
        BlockDevicesParser parser = new BlockDevicesParser();
        parser.problems.addAll(read.problems());
        parser.read(list, null);
        return new Parsed<>(new BlockDevices(parser.devices), parser.problems);
    }

    private void read(@Nullable Tree list, @Nullable String parent) {
        for (Tree item : Tree.items(list)) {
            if (item instanceof Tree.Fields row) {
                device(row, parent);
            } else {
                problems.add(new Problem(item.at(), "expected a device"));
            }
        }
    }

    private void device(Tree.Fields row, @Nullable String parent) {
        Map<String, Tree> cells = new HashMap<>();
        row.fields().forEach((name, field) -> cells.put(name.toLowerCase(Locale.ROOT), field.value()));
        String name = text(cells.get("name"));
        String kname = text(cells.get("kname"));
        if (name == null && kname == null) {
            problems.add(new Problem(row.at(), "expected a device with a name"));
            return;
        }
        String kernelName = kname == null ? String.valueOf(name) : kname;
        String pkname = text(cells.get("pkname"));
        devices.add(new BlockDevice(
                row.at(),
                name == null ? kernelName : name,
                kernelName,
                pkname == null ? parent : pkname,
                text(cells.get("type")),
                text(cells.get("maj:min")),
                text(cells.get("fstype")),
                mountPoint(cells),
                number(cells.get("size")),
                limits(cells),
                flag(cells.get("rota")),
                flag(cells.get("ro"))));
        read(cells.get("children"), kernelName);
    }

    private BlockDevice.Limits limits(Map<String, Tree> cells) {
        return new BlockDevice.Limits(
                number(cells.get("phy-sec")),
                number(cells.get("log-sec")),
                number(cells.get("min-io")),
                number(cells.get("opt-io")),
                number(cells.get("rq-size")),
                text(cells.get("sched")));
    }

    private static @Nullable String mountPoint(Map<String, Tree> cells) {
        String single = text(cells.get("mountpoint"));
        return single == null
                ? Tree.texts(cells.get("mountpoints")).stream()
                        .filter(point -> point.startsWith("/"))
                        .findFirst()
                        .orElse(null)
                : single;
    }

    private static @Nullable String text(@Nullable Tree tree) {
        return tree instanceof Tree.Scalar scalar && scalar.type() != Tree.Type.NULL ? scalar.text() : null;
    }

    private @Nullable Long number(@Nullable Tree tree) {
        String text = text(tree);
        if (tree == null || text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().matches("[0-9]{1,18}")) {
            return Long.valueOf(text.strip());
        }
        problems.add(new Problem(tree.at(), "expected a number"));
        return null;
    }

    private @Nullable Boolean flag(@Nullable Tree tree) {
        String text = text(tree);
        if (tree == null || text == null) {
            return null;
        }
        if (text.equals("1") || text.equals("true")) {
            return true;
        }
        if (!text.equals("0") && !text.equals("false")) {
            problems.add(new Problem(tree.at(), "expected true or false"));
            return null;
        }
        return false;
    }
}
