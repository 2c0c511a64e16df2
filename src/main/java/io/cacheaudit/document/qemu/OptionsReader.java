package io.cacheaudit.document.qemu;

import io.cacheaudit.document.qemu.Options.Item;
import io.cacheaudit.text.Located;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits the operand of an option by QEMU's comma rules. */
final class OptionsReader {
    private OptionsReader() {}

    static Options read(Argument argument) {
        String text = argument.text();
        Located<String> implied = null;
        List<Item> items = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int equals = at;
            while (equals < text.length() && text.charAt(equals) != '=' && text.charAt(equals) != ',') {
                equals++;
            }
            boolean bare = equals == text.length() || text.charAt(equals) == ',';
            int start = bare ? at : equals + 1;
            Value value = value(argument, start);
            if (!bare) {
                Located<String> key = new Located<>(text.substring(at, equals), argument.at(at));
                items.add(new Item(key, value.located()));
            } else if (at == 0) {
                implied = value.located();
            } else {
                items.add(new Item(value.located(), null));
            }
            at = value.end() + 1;
        }
        return new Options(new Located<>(text, argument.at()), implied, items);
    }

    /**
     * The value from {@code start} to the next single comma.
     *
     * @param end the offset of that comma, or the length of the argument
     */
    record Value(Located<String> located, int end) {}

    private static Value value(Argument argument, int start) {
        String text = argument.text();
        StringBuilder value = new StringBuilder();
        int at = start;
        while (at < text.length()) {
            if (text.charAt(at) == ',') {
                if (!text.startsWith(",,", at)) {
                    break;
                }
                at++;
            }
            value.append(text.charAt(at++));
        }
        return new Value(new Located<>(value.toString(), argument.at(start)), at);
    }

    /**
     * The offset in the argument of each character of a key's last value, and of its end: doubled commas stand for one.
     * Empty where the key is absent.
     */
    static int[] offsets(Argument argument, String key) {
        String text = argument.text();
        int[] found = {};
        int at = 0;
        while (at < text.length()) {
            int end = value(argument, at).end();
            if (text.startsWith(key + "=", at)) {
                found = offsets(text, at + key.length() + 1, end);
            }
            at = end + 1;
        }
        return found;
    }

    private static int[] offsets(String text, int start, int end) {
        int[] offsets = new int[end - start + 1];
        int characters = 0;
        for (int at = start; at < end; at++) {
            offsets[characters++] = at;
            at += text.startsWith(",,", at) ? 1 : 0;
        }
        offsets[characters++] = end;
        return Arrays.copyOf(offsets, characters);
    }
}
