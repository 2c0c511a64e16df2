package io.cacheaudit.document.gluster;

import io.cacheaudit.document.gluster.GlusterVolume.Form;
import io.cacheaudit.document.gluster.VolumeParser.Line;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of {@code gluster volume get VOLUME all}: two columns.
 *
 * <p>Releases up to 8.4, 9.0 and 9.1 print no blank after a key of 40 characters or more, so long keys are known here by
 * name. Source: these six of the 342 keys that release 10.3 prints are that long (captured output).
 */
final class OptionTable {
    private static final int COLUMN = 40;
    private static final List<String> LONG_KEYS = List.of(
            "performance.nfs.write-behind-trickling-writes",
            "performance.nfs.write-behind-window-size",
            "performance.quick-read-cache-invalidation",
            "performance.resync-failed-syncs-after-fsync",
            "performance.write-behind-trickling-writes",
            "performance.iot-cleanup-disconnected-reqs");
    private static final Pattern ROW = Pattern.compile("\\s*([a-z][a-z0-9_-]*\\.[A-Za-z0-9_.*-]+)\\s+(\\S.*)");
    private static final Pattern HEADER = Pattern.compile("\\s*(Option\\s+Value|-+\\s+-+)\\s*");
    private static final Pattern COMMAND = Pattern.compile("gluster\\s.*?volume\\s+get\\s+(\\S+)\\s");

    private OptionTable() {}

    static GlusterVolume read(Provenance at, List<Line> lines, List<Problem> problems) {
        VolumeBuilding volume = new VolumeBuilding(at, Form.GET);
        boolean inTable = false;
        for (Line line : lines) {
            Matcher command = COMMAND.matcher(line.text());
            if (command.find()) {
                volume.name = new Located<>(command.group(1), line.at(command.start(1)));
            } else if (HEADER.matcher(line.text()).matches()) {
                inTable = true;
            } else if (inTable && !Surroundings.isPasted(line.text()) && !row(line, volume)) {
                problems.add(new Problem(line.at(0), "expected an option and its value"));
            }
        }
        return volume.complete();
    }

    private static boolean row(Line line, VolumeBuilding volume) {
        for (String key : LONG_KEYS) {
            if (line.text().startsWith(key) && line.text().length() > key.length()) {
                int start = key.length();
                while (line.text().charAt(start) == ' ') {
                    start++;
                }
                add(line, 0, key, start, volume);
                return true;
            }
        }
        Matcher row = ROW.matcher(line.text());
        // A key that reaches the second column may be one grown together with its value.
        if (!row.matches()
                || row.group(1).length() > COLUMN
                        && row.start(2) == row.end(1) + 1
                        && row.group(2).equals("(DEFAULT)")) {
            return false;
        }
        add(line, row.start(1), row.group(1), row.start(2), volume);
        return true;
    }

    private static void add(Line line, int keyAt, String key, int valueAt, VolumeBuilding volume) {
        volume.row(new Located<>(key, line.at(keyAt)), new Located<>(line.text().substring(valueAt), line.at(valueAt)));
    }
}
