package io.cacheaudit.document.ceph;

import java.nio.charset.StandardCharsets;

/** UTF-8 as bytes: sequences, the first byte that is none, and columns in code points. */
final class Utf8 {
    private static final int[] SMALLEST = {0, 0, 0x80, 0x800, 0x10000};
    private static final int LARGEST = 0x10FFFF;

    private Utf8() {}

    /** Length in bytes of the well-formed sequence at {@code at}, or 0 where there is none. */
    static int sequence(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead >= 0xF8 ? 0 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
        if (length == 0 || at + length > end) {
            return 0;
        }
        int point = lead & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            int next = bytes[at + i] & 0xFF;
            if ((next & 0xC0) != 0x80) {
                return 0;
            }
            point = point << 6 | next & 0x3F;
        }
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        return point < SMALLEST[length] || point > LARGEST || surrogate ? 0 : length;
    }

    /** The first byte in the range that belongs to no well-formed sequence, or -1. */
    static int firstInvalid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int length = sequence(bytes, at, to);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    /** Code points in the range; a byte of no sequence counts one. */
    static int points(byte[] bytes, int from, int to) {
        int count = 0;
        for (int at = from; at < to; count++) {
            at += Math.max(1, sequence(bytes, at, to));
        }
        return count;
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
