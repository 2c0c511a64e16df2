package io.cacheaudit.adapter.persistence;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One document of a host's stored set, by its place in it. */
@Entity
@Table(name = "host_document")
@IdClass(HostDocumentEntity.Key.class)
class HostDocumentEntity {
    @Id
    @Column(name = "host_id")
    long hostId;

    @Id
    int position;

    String kind = "";
    String path = "";
    String presence = "";

    @Nullable
    String mode;

    @Nullable
    String owner;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "sha256")
    DocumentContentEntity content = new DocumentContentEntity();

    Document toDocument() {
        return new Document(
                Kind.of(kind).orElseThrow(() -> new IllegalStateException("no kind is called " + kind)),
                StoredText.decode(path),
                Presence.of(presence).orElseThrow(() -> new IllegalStateException("no presence is called " + presence)),
                content.content,
                StoredText.decodeNullable(mode),
                StoredText.decodeNullable(owner));
    }

    /** The key of a row. */
    record Key(long hostId, int position) implements Serializable {}
}
