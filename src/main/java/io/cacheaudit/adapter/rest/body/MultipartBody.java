package io.cacheaudit.adapter.rest.body;

import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A multipart/form-data body (RFC 7578) taken apart in memory: documents hold secrets until they are redacted, so no part
 * goes to a file. File names keep every character, for they are the paths of documents.
 */
final class MultipartBody {
    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern DISPOSITION = Pattern.compile(
            "^content-disposition:\\s*form-data\\s*(;.*)$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*(name|filename)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;\"]*+))", Pattern.CASE_INSENSITIVE);

    private final byte[] body;
    private final byte[] delimiter;
    private final List<Part> parts = new ArrayList<>();
    private int position;

    private MultipartBody(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
    }

    /** The parts in their order; a body that is none, or that is cut off, is a problem. */
    static Parsed<List<Part>> read(String source, String contentType, byte[] body, int maxParts) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        Provenance whole = Provenance.whole(source);
        if (!boundary.find()) {
            return Parsed.failed(whole, "the content type names no boundary");
        }
        MultipartBody reading =
                new MultipartBody(body, boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        String fault = reading.read(maxParts);
        return fault == null ? Parsed.of(List.copyOf(reading.parts)) : Parsed.failed(whole, fault);
    }

    /** Reads every part; the reason where that fails. */
    private @Nullable String read(int maxParts) {
        int first = starts(0, 2) ? 0 : find(0);
        if (first < 0) {
            return "the boundary stands nowhere in the body";
        }
        position = first == 0 && starts(0, 2) ? delimiter.length - 2 : first + delimiter.length;
        while (!isClosed()) {
            if (parts.size() == maxParts) {
                return "expected at most " + maxParts + " parts";
            }
            if (!part()) {
                return "part " + (parts.size() + 1) + " is cut off or names no form field";
            }
        }
        return null;
    }

    private boolean isClosed() {
        return position + 1 < body.length && body[position] == '-' && body[position + 1] == '-';
    }

    private boolean part() {
        int headers = endOfHeaders();
        int end = headers < 0 ? -1 : find(headers - 2);
        if (end < 0) {
            return false;
        }
        String head = new String(body, position, headers - position, StandardCharsets.UTF_8);
        Matcher disposition = DISPOSITION.matcher(head);
        if (!disposition.find()) {
            return false;
        }
        String name = null;
        String fileName = null;
        Matcher parameter = PARAMETER.matcher(disposition.group(1));
        while (parameter.find()) {
            String value = parameter.group(2) == null ? parameter.group(3) : unescaped(parameter.group(2));
            if (parameter.group(1).equalsIgnoreCase("name")) {
                name = value;
            } else {
                fileName = value;
            }
        }
        if (name == null) {
            return false;
        }
        byte[] content = end < headers ? new byte[0] : Arrays.copyOfRange(body, headers, end);
        parts.add(new Part(name, fileName, content));
        position = end + delimiter.length;
        return true;
    }

    /** Where the content of the part begins: behind the first empty line. */
    private int endOfHeaders() {
        int limit = Math.min(body.length, position + MAX_HEADER_BYTES);
        for (int i = position; i + 3 < limit; i++) {
            if (body[i] == '\r' && body[i + 1] == '\n' && body[i + 2] == '\r' && body[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    private int find(int from) {
        for (int i = from; i + delimiter.length <= body.length; i++) {
            if (starts(i, 0)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the delimiter, less its first {@code skipped} bytes, stands at an index. */
    private boolean starts(int index, int skipped) {
        for (int i = skipped; i < delimiter.length; i++) {
            int at = index + i - skipped;
            if (at >= body.length || body[at] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    /** Clients write a quote as {@code %22} (RFC 7578) or behind a backslash, as curl did before 7.81. */
    private static String unescaped(String quoted) {
        return quoted.replaceAll("\\\\([\"\\\\])", "$1")
                .replace("%22", "\"")
                .replace("%0D", "\r")
                .replace("%0A", "\n");
    }
}
