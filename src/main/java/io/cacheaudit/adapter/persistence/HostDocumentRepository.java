package io.cacheaudit.adapter.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class HostDocumentRepository implements PanacheRepositoryBase<HostDocumentEntity, HostDocumentEntity.Key> {
    /** The documents of a host in the order of its set, with their contents. */
    List<HostDocumentEntity> of(long hostId) {
        return find("from HostDocumentEntity d join fetch d.content where d.hostId = ?1 order by d.position", hostId)
                .list();
    }
}
