package io.cacheaudit.document.ceph;

import java.util.Arrays;

/** One line of a file after backslash-newlines joined its pieces; knows where each of its bytes stood. */
final class LogicalLine {
    private byte[] bytes;
    private int length;
    private int pieces;
    private int[] begins = new int[4];
    private int[] offsets = new int[4];

    LogicalLine() {
        bytes = new byte[256];
    }

    void clear() {
        length = 0;
        pieces = 0;
        if (bytes.length > 1 << 16) {
            bytes = new byte[256];
        }
    }

    boolean isEmpty() {
        return length == 0;
    }

    void append(byte[] content, int from, int to) {
        if (pieces == begins.length) {
            begins = Arrays.copyOf(begins, pieces * 2);
            offsets = Arrays.copyOf(offsets, pieces * 2);
        }
        begins[pieces] = length;
        offsets[pieces++] = from;
        int size = to - from;
        if (length + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size));
        }
        System.arraycopy(content, from, bytes, length, size);
        length += size;
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return bytes[index];
    }

    byte[] bytes() {
        return bytes;
    }

    int pieces() {
        return pieces;
    }

    /** The first byte of a piece, within the line. */
    int begin(int piece) {
        return begins[piece];
    }

    /** Where a byte of the line, or its end, stands in the file. */
    int offset(int index) {
        int piece = Arrays.binarySearch(begins, 0, pieces, index);
        if (piece < 0) {
            piece = -piece - 2;
        }
        return offsets[piece] + index - begins[piece];
    }
}
