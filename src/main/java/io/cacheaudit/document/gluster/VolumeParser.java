package io.cacheaudit.document.gluster;

import io.cacheaudit.document.Document;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Positions;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a {@code gluster-volume} document, whose form shows in its content. */
public final class VolumeParser {
    static final int MAX_CHARS = 8 * 1024 * 1024;
    private static final int MAX_LINE_CHARS = 65_536;
    private static final Pattern INFO = Pattern.compile("(?m)^[ \\t]*+Volume Name:");
    private static final Pattern GET = Pattern.compile("(?m)^[ \\t]*+Option[ \\t]+Value[ \\t]*\\r?$");
    private static final Pattern STATE_FILE = Pattern.compile("(?m)^(volume-id|brick-0|sub_count)=");

    private VolumeParser() {}

    /** One line without its end and the blanks after it. */
    record Line(String text, int offset, Positions positions) {
        Provenance at(int index) {
            return positions.at(offset + index);
        }
    }

    /** The volumes described; null where the form is none of gluster's. */
    public static Parsed<List<GlusterVolume>> parse(Document document) {
        String text = document.text();
        if (text.length() > MAX_CHARS) {
            return Parsed.failed(document.whole(), "longer than " + MAX_CHARS + " characters");
        }
        if (text.contains("<cliOutput")) {
            return XmlVolumes.read(document);
        }
        List<Problem> problems = new ArrayList<>();
        if (INFO.matcher(text).find()) {
            List<GlusterVolume> volumes = new InfoVolumes(problems).read(lines(document, problems));
            return new Parsed<>(volumes, problems);
        }
        if (GET.matcher(text).find()) {
            GlusterVolume volume = OptionTable.read(document.whole(), lines(document, problems), problems);
            return new Parsed<>(List.of(volume), problems);
        }
        if (STATE_FILE.matcher(text).find()) {
            GlusterVolume volume = StateFile.read(document.whole(), lines(document, problems), problems);
            return new Parsed<>(List.of(volume), problems);
        }
        return Parsed.failed(
                document.whole(), "expected the output of gluster volume info or volume get, or glusterd's info file");
    }

    private static List<Line> lines(Document document, List<Problem> problems) {
        String text = document.text();
        Positions positions = new Positions(document.path(), text);
        List<Line> lines = new ArrayList<>();
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            String line = text.substring(at, stop).stripTrailing();
            if (line.length() > MAX_LINE_CHARS) {
                problems.add(new Problem(positions.at(at), "line longer than " + MAX_LINE_CHARS + " characters"));
            } else if (!line.isBlank()) {
                lines.add(new Line(line, at, positions));
            }
            at = stop + 1;
        }
        return lines;
    }
}
