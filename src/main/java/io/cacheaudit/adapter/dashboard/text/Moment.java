package io.cacheaudit.adapter.dashboard.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time as pages show it.
 *
 * @param iso for machines
 * @param shown date and minute in UTC
 * @param ago how long before the page was made
 */
public record Moment(String iso, String shown, String ago) {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public static Moment of(Instant time, Instant now) {
        return new Moment(
                time.truncatedTo(ChronoUnit.SECONDS).toString(), SHOWN.format(time), ago(Duration.between(time, now)));
    }

    private static String ago(Duration age) {
        long minutes = age.toMinutes();
        if (minutes < 1) {
            return age.toSeconds() < -60 ? "in the future" : "just now";
        }
        if (minutes < 120) {
            return minutes + " min ago";
        }
        return minutes < 48 * 60 ? age.toHours() + " h ago" : age.toDays() + " days ago";
    }
}
