package io.cacheaudit.fact.nova;

import io.cacheaudit.document.nova.NovaConf;
import io.cacheaudit.document.nova.OsloDialects;
import io.cacheaudit.text.Problem;
import io.cacheaudit.version.Missing;
import java.util.List;

/**
 * What nova.conf states about disks.
 *
 * @param serviceStarts false where oslo.config refuses a file; then no value is in use and all are unknown
 * @param imagesType the backend of the disks nova manages
 */
public record NovaFacts(
        boolean serviceStarts,
        NovaCacheModes cacheModes,
        OptionFact<String> imagesType,
        OptionFact<String> imagesRbdPool,
        OptionFact<String> imagesRbdCephConf,
        OptionFact<String> rbdUser,
        OptionFact<String> rbdSecretUuid,
        OptionFact<String> instancesPath,
        List<NovaRemark> remarks,
        List<Problem> problems) {
    public NovaFacts {
        remarks = List.copyOf(remarks);
        problems = List.copyOf(problems);
    }

    /** The candidates of a version that is unknown or outside every row, and what would tell which. */
    public record Dialects(List<NovaDialect> candidates, List<Missing> missing) {
        public Dialects {
            candidates = candidates.stream().distinct().toList();
            missing = List.copyOf(missing);
        }
    }

    /** Reads the files; a value on which the candidates disagree is unknown, a remark must hold for all of them. */
    public static NovaFacts read(NovaConf conf, Dialects nova, OsloDialects oslo) {
        NovaOptions options = new NovaOptions(conf, nova, oslo);
        NovaCacheModes cacheModes = options.cacheModes();
        return new NovaFacts(
                conf.serviceStarts(),
                cacheModes,
                options.text("images_type"),
                options.text("images_rbd_pool"),
                options.text("images_rbd_ceph_conf"),
                options.text("rbd_user"),
                options.text("rbd_secret_uuid"),
                options.text("instances_path"),
                new NovaRemarks(conf, nova.candidates(), oslo).of(cacheModes),
                conf.problems());
    }
}
