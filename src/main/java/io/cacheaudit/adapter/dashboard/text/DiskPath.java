package io.cacheaudit.adapter.dashboard.text;

import io.cacheaudit.finding.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The address of a disk's page below its host's: the names of guest and target where both are plain, else a digest of
 * them, for names may hold anything and be longer than an address.
 */
public final class DiskPath {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][\\w.-]{0,99}/[A-Za-z0-9][\\w.-]{0,29}");
    private static final int DIGITS = 32;

    private DiskPath() {}

    public static String of(String domain, String target) {
        return of(domain + "/" + target);
    }

    /** By the name that a disk has in subjects of findings, {@code domain/target}. */
    public static String of(String raw) {
        String name = Subject.plain(raw);
        if (PLAIN.matcher(name).matches()) {
            return name;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return "~" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
