package io.cacheaudit.adapter.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The redacted bytes of all documents that have the same. */
@Entity
@Table(name = "document_content")
class DocumentContentEntity {
    @Id
    String sha256 = "";

    byte[] content = {};
}
