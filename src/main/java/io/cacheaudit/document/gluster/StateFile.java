package io.cacheaudit.document.gluster;

import io.cacheaudit.document.gluster.GlusterVolume.Brick;
import io.cacheaudit.document.gluster.GlusterVolume.Form;
import io.cacheaudit.document.gluster.VolumeParser.Line;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * glusterd's {@code /var/lib/glusterd/vols/VOLUME/info}: {@code key=value} lines. The user name and password in it are
 * not kept.
 */
final class StateFile {
    private static final Pattern NAME = Pattern.compile(".*/?vols/([^/]+)/info");
    private static final Pattern BRICK = Pattern.compile("brick-[0-9]+");

    private StateFile() {}

    static GlusterVolume read(Provenance at, List<Line> lines, List<Problem> problems) {
        VolumeBuilding volume = new VolumeBuilding(at, Form.STATE_FILE);
        Matcher name = NAME.matcher(at.source());
        if (name.matches()) {
            volume.name = new Located<>(name.group(1), at);
        }
        for (Line line : lines) {
            int equals = line.text().indexOf('=');
            if (equals > 0) {
                String text = line.text().substring(equals + 1);
                entry(line.text().substring(0, equals), new Located<>(text, line.at(equals + 1)), line, volume);
            } else if (!Surroundings.isPasted(line.text())) {
                problems.add(new Problem(line.at(0), "expected \"key=value\""));
            }
        }
        return volume.complete();
    }

    private static void entry(String key, Located<String> value, Line line, VolumeBuilding volume) {
        if (key.equals("type")) {
            volume.type = new Located<>(typeWord(value.value()), value.at());
        } else if (key.equals("status")) {
            volume.status = new Located<>(statusWord(value.value()), value.at());
        } else if (BRICK.matcher(key).matches()) {
            brick(key.length() + 1, value, line, volume);
        } else if (key.contains(".")) {
            volume.set(new Located<>(key, line.at(0)), value);
        }
    }

    private static void brick(int start, Located<String> value, Line line, VolumeBuilding volume) {
        int colon = value.value().indexOf(":-");
        if (colon > 0) {
            String path = value.value().substring(colon + 1).replace('-', '/');
            volume.brick(new Brick(
                    new Located<>(value.value().substring(0, colon), value.at()),
                    new Located<>(path, line.at(start + colon + 1)),
                    false));
        }
    }

    /** As release 10.3 numbers them; another number stays as it is. */
    private static String typeWord(String number) {
        return switch (number) {
            case "0" -> "Distribute";
            case "2" -> "Replicate";
            case "4" -> "Disperse";
            default -> number;
        };
    }

    private static String statusWord(String number) {
        return switch (number) {
            case "0" -> "Created";
            case "1" -> "Started";
            case "2" -> "Stopped";
            default -> number;
        };
    }
}
