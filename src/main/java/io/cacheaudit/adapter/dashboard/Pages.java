package io.cacheaudit.adapter.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates under {@code templates/Pages}, checked against what they show when the program is built. */
@CheckedTemplate(basePath = "Pages")
final class Pages {
    private Pages() {}

    static native TemplateInstance fleet(FleetPage page, String address);

    static native TemplateInstance host(HostPage page);

    static native TemplateInstance absent(String host);
}
