package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.StoredFinding;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class FindingEventRepository implements PanacheRepositoryBase<FindingEventEntity, Long> {
    /** The history of a finding, oldest first. */
    List<StoredFinding.Event> history(String fingerprint) {
        return find("from FindingEventEntity v where v.fingerprint = ?1 order by v.id", StoredText.encode(fingerprint))
                .stream()
                .map(FindingEventEntity::toEvent)
                .toList();
    }
}
