package io.cacheaudit.adapter.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The templates under {@code templates/Pages}, checked against what they show when the program is built. A name after
 * {@code $} is a part of the template that can be sent alone.
 */
@CheckedTemplate(basePath = "Pages")
final class Pages {
    private Pages() {}

    static native TemplateInstance fleet(FleetPage page, String address);

    static native TemplateInstance hosts(HostsPage page);

    static native TemplateInstance hosts$results(HostsPage page);

    static native TemplateInstance findings(FindingsPage page);

    static native TemplateInstance findings$results(FindingsPage page);

    static native TemplateInstance disks(DisksPage page);

    static native TemplateInstance disks$results(DisksPage page);

    static native TemplateInstance host(HostPage page);

    static native TemplateInstance hostDisks(HostDisks disks);

    static native TemplateInstance disk(OneDiskPage page);

    static native TemplateInstance finding(FindingPage page);

    static native TemplateInstance rules(RulesPage page);

    static native TemplateInstance rule(OneRulePage page);

    static native TemplateInstance row(RowPage page);

    static native TemplateInstance message(MessagePage page);
}
