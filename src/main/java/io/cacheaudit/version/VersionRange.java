package io.cacheaudit.version;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A half-open range of upstream releases of one component, written {@code ">=2.2.0 <2.4.0"}; either bound may be absent,
 * {@code "*"} is every release.
 */
public record VersionRange(
        Component component,
        String text,
        @Nullable Release from,
        @Nullable Release before) {

    /** Reads the written form; throws {@link IllegalArgumentException} with the reason where it is none. */
    public static VersionRange parse(Component component, String text) {
        Release from = null;
        Release before = null;
        String stripped = text.strip();
        if (!stripped.equals("*")) {
            for (String bound : stripped.split("\\s+", -1)) {
                if (bound.startsWith(">=") && from == null) {
                    from = release(bound.substring(2), text);
                } else if (bound.startsWith("<") && !bound.startsWith("<=") && before == null) {
                    before = release(bound.substring(1), text);
                } else {
                    throw malformed(text);
                }
            }
        }
        if (from != null && before != null && from.compareTo(before) >= 0) {
            throw new IllegalArgumentException("the range \"" + text + "\" is empty");
        }
        return new VersionRange(component, stripped, from, before);
    }

    private static Release release(String bound, String text) {
        return Release.parse(bound).orElseThrow(() -> malformed(text));
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "expected a range such as \">=2.2.0 <2.4.0\", \"<0.85\" or \"*\", found \"" + text + "\"");
    }

    /** Whether the version lies in the range; development states and builds with rows of their own lie in none. */
    public boolean contains(Version version) {
        return version.lineage() == Lineage.UPSTREAM && !version.isDevelopment() && contains(version.release());
    }

    boolean contains(Release release) {
        return (from == null || from.compareTo(release) <= 0) && (before == null || release.compareTo(before) < 0);
    }

    /** Why a known version lies in no upstream range at all, whatever its bounds. */
    static Optional<String> outsideAll(Version version) {
        if (version.isDevelopment()) {
            return Optional.of(version.text() + " is a development state between two releases");
        }
        return version.lineage() == Lineage.UPSTREAM
                ? Optional.empty()
                : Optional.of(version.text() + " is a vendor's build that no row speaks of");
    }
}
