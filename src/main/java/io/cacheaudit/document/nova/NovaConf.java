package io.cacheaudit.document.nova;

import io.cacheaudit.document.Document;
import io.cacheaudit.text.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files nova-compute reads, in that order.
 *
 * @param unreadable documents that are there but could not be read: what they set is unknown
 */
public record NovaConf(List<File> files, List<Document> unreadable) {
    /**
     * One file.
     *
     * @param refusals the parse errors, each of which keeps the service from starting
     * @param problems what else could not be read
     */
    public record File(
            String path,
            List<Assignment> assignments,
            List<Swallowed> swallowed,
            List<Problem> refusals,
            List<Problem> problems) {
        public File {
            assignments = List.copyOf(assignments);
            swallowed = List.copyOf(swallowed);
            refusals = List.copyOf(refusals);
            problems = List.copyOf(problems);
        }
    }

    public NovaConf {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }

    /** Whether oslo.config accepts every file; where it does not, nova-compute does not start and no value is in use. */
    public boolean serviceStarts() {
        return firstRefusal().isEmpty();
    }

    /** The parse error at which oslo.config stops. */
    public Optional<Problem> firstRefusal() {
        return files.stream().flatMap(file -> file.refusals().stream()).findFirst();
    }

    /** Every problem of every file, the parse errors included. */
    public List<Problem> problems() {
        return files.stream()
                .flatMap(file -> Stream.concat(file.refusals().stream(), file.problems().stream()))
                .sorted()
                .toList();
    }
}
