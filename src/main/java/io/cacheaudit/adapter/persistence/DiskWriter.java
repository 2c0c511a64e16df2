package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.StoredDisk;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.effective.durability.Writes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Replaces the stored disks of a host whose row the transaction has locked. */
final class DiskWriter {
    private static final String INSERT = """
            INSERT INTO disk (host_id, position, domain, domain_uuid, origin, target, device, bus, format, source_type,
                protocol, source_name, configured, mode, rbd, rbd_enabled, rbd_state, holds_writes, flushed, unflushed,
                never_flushing_guest, risk_rank, conditional, missing)
            SELECT ?, ? + n - 1, domain, domain_uuid, origin, target, device, bus, format, source_type, protocol,
                source_name, configured, mode, rbd, rbd_enabled, rbd_state, holds_writes, flushed, unflushed,
                never_flushing_guest, risk_rank, conditional, missing
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::boolean[], ?::text[], ?::boolean[],
                    ?::text[], ?::text[], ?::text[], ?::integer[], ?::boolean[], ?::jsonb[])
                WITH ORDINALITY AS d (domain, domain_uuid, origin, target, device, bus, format, source_type, protocol,
                    source_name, configured, mode, rbd, rbd_enabled, rbd_state, holds_writes, flushed, unflushed,
                    never_flushing_guest, risk_rank, conditional, missing, n)""";

    private final Connection connection;
    private final long hostId;

    DiskWriter(Connection connection, long hostId) {
        this.connection = connection;
        this.hostId = hostId;
    }

    void replace(List<EffectiveDisk> disks) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM disk WHERE host_id = ?")) {
            delete.setLong(1, hostId);
            delete.executeUpdate();
        }
        List<StoredDisk> rows =
                disks.stream().map(disk -> StoredDisk.of("", disk)).toList();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int from = 0; from < rows.size(); from += FindingWriter.ROWS_PER_STATEMENT) {
                int to = Math.min(rows.size(), from + FindingWriter.ROWS_PER_STATEMENT);
                insert(insert, from, rows.subList(from, to));
            }
        }
    }

    private void insert(PreparedStatement insert, int from, List<StoredDisk> rows) throws SQLException {
        insert.setLong(1, hostId);
        insert.setInt(2, from);
        insert.setArray(3, texts(rows, StoredDisk::domain));
        insert.setArray(4, texts(rows, StoredDisk::domainUuid));
        insert.setArray(5, texts(rows, StoredDisk::origin));
        insert.setArray(6, texts(rows, StoredDisk::target));
        insert.setArray(7, texts(rows, StoredDisk::device));
        insert.setArray(8, texts(rows, StoredDisk::bus));
        insert.setArray(9, texts(rows, StoredDisk::format));
        insert.setArray(10, texts(rows, disk -> disk.source().type()));
        insert.setArray(11, texts(rows, disk -> disk.source().protocol()));
        insert.setArray(12, texts(rows, disk -> disk.source().name()));
        insert.setArray(13, texts(rows, StoredDisk::configured));
        insert.setArray(14, texts(rows, StoredDisk::mode));
        insert.setArray(15, array("boolean", rows, disk -> disk.rbd() != null));
        insert.setArray(16, array("boolean", rows, ofRbd(StoredDisk.RbdWords::enabled)));
        insert.setArray(17, array("text", rows, ofRbd(StoredDisk.RbdWords::state)));
        insert.setArray(18, array("boolean", rows, ofRbd(StoredDisk.RbdWords::holdsWrites)));
        insert.setArray(19, risks(rows, Writes.FLUSHED));
        insert.setArray(20, risks(rows, Writes.UNFLUSHED));
        insert.setArray(21, risks(rows, Writes.NEVER_FLUSHING_GUEST));
        insert.setArray(22, array("integer", rows, StoredDisk::riskRank));
        insert.setArray(23, array("boolean", rows, StoredDisk::conditional));
        insert.setArray(24, array("text", rows, disk -> StoredJson.missing(disk.missing())));
        insert.executeUpdate();
    }

    private static Function<StoredDisk, @Nullable Object> ofRbd(Function<StoredDisk.RbdWords, @Nullable Object> word) {
        return disk -> disk.rbd() == null ? null : word.apply(disk.rbd());
    }

    private Array risks(List<StoredDisk> rows, Writes writes) throws SQLException {
        return array("text", rows, disk -> {
            Risk risk = disk.atRisk().get(writes);
            return risk == null ? null : risk.word();
        });
    }

    /** Texts of hosts, which can hold anything. */
    private Array texts(List<StoredDisk> rows, Function<StoredDisk, @Nullable String> column) throws SQLException {
        return array("text", rows, disk -> StoredText.encodeNullable(column.apply(disk)));
    }

    private Array array(String type, List<StoredDisk> rows, Function<StoredDisk, @Nullable Object> column)
            throws SQLException {
        @Nullable Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return connection.createArrayOf(type, values);
    }
}
