package io.cacheaudit.document.gluster;

import io.cacheaudit.document.gluster.GlusterVolume.Form;
import io.cacheaudit.document.gluster.VolumeParser.Line;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of {@code gluster volume info}: each volume begins with its name. */
final class InfoVolumes {
    private static final Pattern ENTRY = Pattern.compile("\\s*([^:]+?):(?:\\s+(.*))?");
    private static final Pattern OPTION = Pattern.compile("[a-z][a-z0-9_-]*\\.[A-Za-z0-9_.*-]+");
    private static final Pattern BRICK = Pattern.compile("Brick[0-9]+");

    private final List<Problem> problems;
    private final List<VolumeBuilding> volumes = new ArrayList<>();

    InfoVolumes(List<Problem> problems) {
        this.problems = problems;
    }

    List<GlusterVolume> read(List<Line> lines) {
        for (Line line : lines) {
            Matcher entry = ENTRY.matcher(line.text());
            if (Surroundings.isPasted(line.text())) {
                continue;
            }
            VolumeBuilding volume = volumes.isEmpty() ? null : volumes.get(volumes.size() - 1);
            if (entry.matches()) {
                entry(line, entry, volume);
            } else if (volume != null) {
                problems.add(new Problem(line.at(indent(line)), "expected \"key: value\""));
            }
        }
        return volumes.stream().map(VolumeBuilding::complete).toList();
    }

    private static int indent(Line line) {
        return line.text().length() - line.text().stripLeading().length();
    }

    private void entry(Line line, Matcher entry, @Nullable VolumeBuilding open) {
        String key = entry.group(1);
        String text = entry.group(2) == null ? "" : entry.group(2);
        int start = entry.group(2) == null ? entry.end() : entry.start(2);
        Located<String> value = new Located<>(text, line.at(start));
        if (key.equals("Volume Name")) {
            VolumeBuilding volume = new VolumeBuilding(line.at(entry.start(1)), Form.INFO);
            volume.name = value;
            volumes.add(volume);
            return;
        }
        if (open == null) {
            return;
        }
        switch (key) {
            case "Type" -> open.type = value;
            case "Status" -> open.status = value;
            default -> {
                if (BRICK.matcher(key).matches()) {
                    brick(line, start, text, open);
                } else if (OPTION.matcher(key).matches()) {
                    open.set(new Located<>(key, line.at(entry.start(1))), value);
                }
            }
        }
    }

    private void brick(Line line, int start, String text, VolumeBuilding volume) {
        if (!volume.brick(text, index -> line.at(start + index), false)) {
            problems.add(new Problem(line.at(start), "expected a brick as host:/path"));
        }
    }
}
