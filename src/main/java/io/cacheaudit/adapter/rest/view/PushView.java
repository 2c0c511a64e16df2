package io.cacheaudit.adapter.rest.view;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.finding.Verdict;
import java.util.List;

/**
 * What a push came to.
 *
 * @param digest of the set as it is stored
 * @param page address of the host's page
 */
public record PushView(String digest, Verdict verdict, CountsView counts, List<ProblemView> problems, String page) {

    public static PushView of(Audit audit) {
        return new PushView(
                audit.digest(),
                audit.verdict(),
                CountsView.of(audit.counts()),
                audit.problems().stream().map(ProblemView::of).toList(),
                "/hosts/" + audit.host());
    }
}
