package io.cacheaudit.document.block;

import io.cacheaudit.document.Document;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lines {@code path:value} as {@code grep -H .} prints them over {@code /sys/block}, and bare slave paths. */
public final class BlockQueueParser {
    private static final Pattern VALUE = Pattern.compile("\\S*/block/([^/:\\s]+)/(queue|dm|md)/([^/:\\s]+):(.*)");
    private static final Pattern SLAVE = Pattern.compile("\\S*/block/([^/:\\s]+)/slaves/([^/:\\s]+)(/\\S*)?:?\\s*");

    private BlockQueueParser() {}

    public static Parsed<BlockQueues> parse(Document document) {
        TextLines text = TextLines.of(document);
        List<Problem> problems = new ArrayList<>(text.problems());
        Map<String, Building> devices = new LinkedHashMap<>();
        for (TextLines.Line line : text.lines()) {
            Matcher value = VALUE.matcher(line.text());
            Matcher slave = SLAVE.matcher(line.text());
            if (value.matches()) {
                Located<String> located = new Located<>(value.group(4).strip(), line.at(value.start(4)));
                device(devices, value.group(1)).put(value.group(2), value.group(3), located);
            } else if (slave.matches()) {
                Located<String> located = new Located<>(slave.group(2), line.at(slave.start(2)));
                device(devices, slave.group(1)).slaves.add(located);
            } else {
                problems.add(new Problem(line.at(0), "expected a path below /sys/block and its value"));
            }
        }
        Map<String, BlockQueue> queues = new LinkedHashMap<>();
        devices.forEach((name, building) -> queues.put(name, building.complete(name)));
        return new Parsed<>(queues.isEmpty() && !problems.isEmpty() ? null : new BlockQueues(queues), problems);
    }

    private static Building device(Map<String, Building> devices, String name) {
        return devices.computeIfAbsent(name, absent -> new Building());
    }

    private static final class Building {
        final Map<String, Located<String>> queue = new LinkedHashMap<>();
        final List<Located<String>> slaves = new ArrayList<>();

        @Nullable
        Located<String> dmName;

        @Nullable
        Located<String> mdLevel;

        @Nullable
        Located<String> mdMismatchCount;

        void put(String directory, String file, Located<String> value) {
            switch (directory + "/" + file) {
                case "dm/name" -> dmName = value;
                case "md/level" -> mdLevel = value;
                case "md/mismatch_cnt" -> mdMismatchCount = value;
                default -> {
                    if (directory.equals("queue")) {
                        queue.put(file, value);
                    }
                }
            }
        }

        BlockQueue complete(String name) {
            return new BlockQueue(name, queue, dmName, mdLevel, mdMismatchCount, slaves);
        }
    }
}
