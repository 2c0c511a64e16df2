package io.cacheaudit.adapter.dashboard;

import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The style sheets: their addresses carry a digest, so that browsers may keep them for as long as they like. */
final class Style {
    private static final List<String> FILES = List.of("palette.css", "page.css", "parts.css", "icon.svg");
    private static final int DIGITS = 12;

    /** Of all their content. */
    @TemplateGlobal
    static final String styleDigest = digest();

    private Style() {}

    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                try (InputStream content =
                        Style.class.getClassLoader().getResourceAsStream("META-INF/resources/style/" + file)) {
                    if (content == null) {
                        throw new IllegalStateException("the program comes without " + file);
                    }
                    digest.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
