package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.DiskPath;
import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.finding.Subject;

/**
 * What a finding is about; its text is printable.
 *
 * @param kind {@code disk}, {@code document} …
 * @param href the page of a disk, else the empty string
 */
record SubjectLink(String kind, String name, String href) {
    private static final String DISK = "disk";

    static SubjectLink of(String host, Subject subject) {
        String text = subject.text();
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String name = text.substring(colon + 1);
        return new SubjectLink(
                kind, Printable.name(name), kind.equals(DISK) ? "/hosts/" + host + "/disks/" + DiskPath.of(name) : "");
    }
}
