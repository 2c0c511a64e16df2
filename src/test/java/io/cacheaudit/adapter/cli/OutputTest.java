package io.cacheaudit.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OutputTest {
    @Test
    void tableShowsHostDisksFindingsAndProblems() {
        assertThat(String.join("\n", AuditTable.of(Hosts.audit("vm1")))).isEqualTo("""
                compute-17: FAIL
                1 high; 1 unknown, 61 passed, 12 not applicable
                qemu 2.2.0

                What each disk does, and what a crash can take of its writes:
                DISK     CACHE  MODE  RBD CACHE     FLUSHED  UNFLUSHED       NEVER FLUSHING  SOURCE
                vm1/vda  none   none  on WRITEBACK  none     bounded 48 MiB  bounded 48 MiB  rbd:vms/disk1

                high  rbd-cache-without-writeback  disk:vm1/vda
                    rbd_cache is on
                    fix: set cache='writeback'
                    at /etc/ceph/ceph.conf:11:1  rbd cache = true

                UNKNOWN (medium at worst)  rbd-cache-without-writeback  disk:vm1/vda
                    rbd_cache is on
                    missing versions.nova, collect it with: dpkg-query -W nova-compute || rpm -q openstack-nova-compute
                    at /etc/ceph/ceph.conf:11:1  rbd cache = true

                What could not be read:
                    /etc/libvirt/qemu/vm7.xml:14:13: error: element disk is not closed""");
    }

    @Test
    void explanationShowsTheStackOfLayers() {
        assertThat(String.join(
                        "\n",
                        Explanation.of(Hosts.audit("vm1").effective().disks().get(0))))
                .isEqualTo("""
                vm1/vda  rbd:vms/disk1, raw, running at /etc/libvirt/qemu/vm1.xml:41:7

                drive cache: configured none -> effective none
                  write cache on, opened direct, flushes kept, guest flush forwarded, host page cache not used
                    decided  xml_attribute  none  /etc/libvirt/qemu/vm1.xml:41:7
                    ignored  pool_metadata                                        this librbd reads none
                    by row qemu-drive-cache

                rbd cache: on WRITEBACK, holds acknowledged writes
                  rbd_cache = true
                    decided     ceph_conf      true   /etc/ceph/ceph.conf:11:1
                    overridden  cache_mode     false
                    ignored     pool_metadata                                   this librbd reads none
                    by row rbd-qemu-first-flat

                nova's disk_cachemodes would give: ?

                what a crash can take of acknowledged writes:
                                        qemu killed     host crash      power loss
                  flushed               none            none            none
                  unflushed             bounded 48 MiB  bounded 48 MiB  bounded 48 MiB
                  never flushing guest  bounded 48 MiB  bounded 48 MiB  bounded 48 MiB
                  flushed: flushes reach the cluster [row r1]
                  unflushed; never flushing guest: rbd_cache_max_dirty (held in rbd_cache) [row r2]

                not known, or not for sure:
                  missing versions.nova, collect it with: dpkg-query -W nova-compute || rpm -q openstack-nova-compute""");
    }

    @Test
    void controlCharactersInNamesAreEscaped() {
        String output = String.join("\n", AuditTable.of(Hosts.audit("vm\u001b[2J\u202e\u00e9")));

        assertThat(output).contains("vm\\u{1b}[2J\\u{202e}\u00e9/vda").doesNotContain("\u001b");
    }
}
