package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.PastAudit;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class PastAuditRepository implements PanacheRepositoryBase<PastAuditEntity, PastAuditEntity.Key> {
    List<PastAudit> newest(String host, int limit) {
        return find(
                        "from PastAuditEntity p where p.hostId = (select h.id from HostEntity h where h.name = ?1)"
                                + " order by p.revision desc",
                        StoredText.encode(host))
                .range(0, limit - 1)
                .stream()
                .map(PastAuditEntity::toPastAudit)
                .toList();
    }
}
