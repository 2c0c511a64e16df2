package io.cacheaudit.truth;

/** Disk elements and {@code -drive} arguments; a dash as cache mode leaves it out. */
final class Disks {
    private static final String TARGET = "<target dev='vda' bus='virtio'/>";

    private Disks() {}

    /** An rbd disk of the client {@code vmuser}. */
    static String rbd(String cache, String format, String more) {
        return "<disk type='network' device='disk'>" + driver(cache, format)
                + "<auth username='vmuser'><secret type='ceph' uuid='5fd0a1ae-1111-4222-8333-444455556667'/></auth>"
                + "<source protocol='rbd' name='vms/disk1'><host name='mon1' port='6789'/></source>" + TARGET + more
                + "</disk>";
    }

    /** The element as another device: {@code cdrom}, {@code floppy}, {@code lun}. */
    static String as(String device, String disk) {
        return disk.replace("device='disk'", "device='" + device + "'");
    }

    /** A disk on a path of the host: below {@code /dev} a block device, else a file. */
    static String local(String path, String cache, String format, String more) {
        boolean block = path.startsWith("/dev/");
        return "<disk type='" + (block ? "block" : "file") + "' device='disk'>" + driver(cache, format) + "<source "
                + (block ? "dev" : "file") + "='" + path + "'/>" + TARGET + more + "</disk>";
    }

    /** An rbd drive string of the client {@code vmuser}, options such as {@code :rbd_cache=true} behind it. */
    static String rbdDrive(String options, String cache) {
        return drive("rbd:vms/disk1:id=vmuser" + (options.equals(Row.NOTHING) ? "" : options), cache);
    }

    static String drive(String file, String cache) {
        return "file=" + file + ",if=none,id=drive-virtio-disk0,format=raw"
                + (cache.equals(Row.NOTHING) ? "" : ",cache=" + cache);
    }

    private static String driver(String cache, String format) {
        return "<driver name='qemu' type='" + format + "'" + (cache.equals(Row.NOTHING) ? "" : " cache='" + cache + "'")
                + "/>";
    }
}
