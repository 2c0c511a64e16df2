package io.cacheaudit.adapter.persistence;

import io.cacheaudit.document.Digest;
import io.cacheaudit.document.Document;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the stored documents of a host whose row the transaction has locked. Equal contents of all hosts are one row:
 * it is locked against deletion while a transaction is about to refer to it, and deleted by the last host that leaves it.
 * Contents are taken in the order of their digests, and deletion waits for nobody, so pushes of different hosts never
 * wait for each other in a circle.
 */
final class DocumentWriter {
    /** A content can vanish between our look and our insertion, but each time another host must have left it. */
    private static final int TRIALS = 10;

    private final Connection connection;
    private final long hostId;

    DocumentWriter(Connection connection, long hostId) {
        this.connection = connection;
        this.hostId = hostId;
    }

    void replace(List<Document> documents) throws SQLException {
        List<String> digests = documents.stream()
                .map(document -> Digest.of(document.content()))
                .toList();
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (int i = 0; i < documents.size(); i++) {
            contents.put(digests.get(i), documents.get(i).content());
        }
        keep(contents);
        Set<String> left = new HashSet<>(deleteRows());
        left.removeAll(contents.keySet());
        insertRows(documents, digests);
        deleteUnused(left);
    }

    private void keep(SortedMap<String, byte[]> contents) throws SQLException {
        for (int trial = 0; trial < TRIALS; trial++) {
            SortedMap<String, byte[]> missing = new TreeMap<>(contents);
            missing.keySet().removeAll(lockedForUse(contents.keySet()));
            if (missing.isEmpty()) {
                return;
            }
            insertContents(missing);
        }
        throw new SQLException("contents of documents vanish as fast as they are written");
    }

    private List<String> lockedForUse(Set<String> digests) throws SQLException {
        return texts(
                "SELECT sha256 FROM document_content WHERE sha256 = ANY(?) ORDER BY sha256 FOR KEY SHARE",
                connection.createArrayOf("text", digests.toArray()));
    }

    private void insertContents(SortedMap<String, byte[]> contents) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO document_content (sha256, content) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING")) {
            int pending = 0;
            for (var content : contents.entrySet()) {
                insert.setString(1, content.getKey());
                insert.setBytes(2, content.getValue());
                insert.addBatch();
                pending++;
                if (pending % FindingWriter.ROWS_PER_STATEMENT == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private List<String> deleteRows() throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM host_document WHERE host_id = ? RETURNING sha256")) {
            delete.setLong(1, hostId);
            return column(delete);
        }
    }

    private void insertRows(List<Document> documents, List<String> digests) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO host_document (host_id, position, kind, path, presence, mode, owner, sha256)
                SELECT ?, n - 1, kind, path, presence, mode, owner, sha256
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    WITH ORDINALITY AS d (kind, path, presence, mode, owner, sha256, n)""")) {
            insert.setLong(1, hostId);
            insert.setArray(2, array(documents, document -> document.kind().word()));
            insert.setArray(3, array(documents, document -> StoredText.encode(document.path())));
            insert.setArray(4, array(documents, document -> document.presence().word()));
            insert.setArray(5, array(documents, document -> StoredText.encodeNullable(document.mode())));
            insert.setArray(6, array(documents, document -> StoredText.encodeNullable(document.owner())));
            insert.setArray(7, connection.createArrayOf("text", digests.toArray()));
            insert.executeUpdate();
        }
    }

    /** What another transaction has locked is about to be used by it. */
    private void deleteUnused(Set<String> digests) throws SQLException {
        if (digests.isEmpty()) {
            return;
        }
        List<String> locked = texts(
                "SELECT sha256 FROM document_content WHERE sha256 = ANY(?) FOR UPDATE SKIP LOCKED",
                connection.createArrayOf("text", digests.toArray()));
        // A statement of its own: it sees every row that was committed before the lock was ours.
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM document_content c WHERE c.sha256 = ANY(?)
                AND NOT EXISTS (SELECT FROM host_document d WHERE d.sha256 = c.sha256)""")) {
            delete.setArray(1, connection.createArrayOf("text", locked.toArray()));
            delete.executeUpdate();
        }
    }

    private List<String> texts(String sql, Array argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, argument);
            return column(statement);
        }
    }

    private static List<String> column(PreparedStatement statement) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private Array array(List<Document> documents, Column column) throws SQLException {
        @Nullable Object[] values = new Object[documents.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.of(documents.get(i));
        }
        return connection.createArrayOf("text", values);
    }

    /** What of a document stands in a column. */
    private interface Column {
        @Nullable
        String of(Document document);
    }
}
