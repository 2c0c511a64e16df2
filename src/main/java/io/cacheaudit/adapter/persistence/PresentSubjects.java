package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.finding.Subject;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Why a finding that the newest audit does not hold is closed, by what it is about: it is resolved where that is still
 * there: a disk is one of the audit's disks, a document or a setting of one is
 * told by the document's path. Every other subject counts as there.
 */
final class PresentSubjects implements UnaryOperator<String> {
    private static final String DISK = "disk:";
    private static final String DOCUMENT = "document:";

    private final Set<String> known = new HashSet<>();

    PresentSubjects(DocumentSet set, Audit audit) {
        audit.effective()
                .disks()
                .forEach(disk -> known.add(
                        Subject.disk(disk.facts().domain(), disk.facts().target())
                                .text()));
        set.documents()
                .forEach(document -> known.add(Subject.document(document.path()).text()));
    }

    @Override
    public String apply(String subject) {
        return isThere(subject) ? "resolved" : "subject_vanished";
    }

    private boolean isThere(String subject) {
        if (!subject.startsWith(DISK) && !subject.startsWith(DOCUMENT) || known.contains(subject)) {
            return true;
        }
        // A path may hold the sign that parts it from a section.
        for (int hash = subject.indexOf('#'); hash >= 0; hash = subject.indexOf('#', hash + 1)) {
            if (subject.startsWith(DOCUMENT) && known.contains(subject.substring(0, hash))) {
                return true;
            }
        }
        return false;
    }
}
