package io.cacheaudit.document.gluster;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.gluster.GlusterVolume.Form;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.xml.XmlElement;
import io.cacheaudit.text.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;

/** The XML of {@code gluster --xml volume info} and {@code volume get}. */
final class XmlVolumes {
    private XmlVolumes() {}

    static Parsed<List<GlusterVolume>> read(Document document) {
        Parsed<XmlElement> xml = XmlReader.read(document.path(), document.content());
        List<Problem> problems = new ArrayList<>(xml.problems());
        XmlElement root = xml.value();
        if (root == null) {
            return new Parsed<>(null, problems);
        }
        if (!root.name().equals("cliOutput")) {
            problems.add(new Problem(root.at(), "expected an element cliOutput, found " + root.name()));
            return new Parsed<>(null, problems);
        }
        Located<String> code = root.childText("opRet");
        if (code != null && !code.value().equals("0")) {
            problems.add(new Problem(code.at(), "gluster answered with an error, expected opRet 0"));
            return new Parsed<>(null, problems);
        }
        List<GlusterVolume> volumes = new ArrayList<>();
        root.children("volInfo")
                .flatMap(info -> info.children("volumes"))
                .flatMap(list -> list.children("volume"))
                .forEach(volume -> volumes.add(volume(volume, problems)));
        root.children("volGetopts").forEach(options -> volumes.add(options(options)));
        return new Parsed<>(volumes, problems);
    }

    private static GlusterVolume volume(XmlElement element, List<Problem> problems) {
        VolumeBuilding volume = new VolumeBuilding(element.at(), Form.INFO);
        volume.name = element.childText("name");
        volume.type = element.childText("typeStr");
        volume.status = element.childText("statusStr");
        element.children("bricks")
                .flatMap(bricks -> bricks.children("brick"))
                .forEach(brick -> brick(brick, volume, problems));
        element.children("options")
                .flatMap(options -> options.children("option"))
                .forEach(option -> {
                    Located<String> key = option.childText("name");
                    Located<String> value = option.childText("value");
                    if (key != null) {
                        volume.set(key, value == null ? new Located<>("", option.at()) : value);
                    }
                });
        return volume.complete();
    }

    /** Mixed content: the brick, then from release 3.5 on the same again as an element. */
    private static void brick(XmlElement element, VolumeBuilding volume, List<Problem> problems) {
        Located<String> name = element.childText("name");
        Located<String> brick = name == null ? element.text() : name;
        Located<String> arbiter = element.childText("isArbiter");
        boolean isArbiter = arbiter != null && arbiter.value().equals("1");
        if (brick == null || !volume.brick(brick.value(), index -> brick.at(), isArbiter)) {
            problems.add(new Problem(element.at(), "expected a brick as host:/path"));
        }
    }

    private static GlusterVolume options(XmlElement element) {
        VolumeBuilding volume = new VolumeBuilding(element.at(), Form.GET);
        element.children("Opt").forEach(option -> {
            Located<String> key = option.childText("Option");
            Located<String> value = option.childText("Value");
            if (key != null) {
                volume.row(key, value == null ? new Located<>("", option.at()) : value);
            }
        });
        return volume.complete();
    }
}
