package io.cacheaudit.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Documents of every kind out of pieces of the cases and of every grammar, broken here and there; the same for a seed. */
final class RandomDocuments {
    static final String SECRET = "Zq7hunterZq7";

    private static final List<String> PIECES = List.of(
            "password",
            "=",
            " = ",
            ":",
            ": ",
            "key",
            "rbd_user",
            "token",
            "_ttl",
            "secret",
            "_uuid",
            "username",
            "\n",
            "\n  ",
            "\r\n",
            "\r",
            " ",
            "\t",
            "[x]\n",
            "#",
            ";",
            "\\",
            "\\\n",
            "\"",
            "'",
            "$",
            "{",
            "}",
            "[",
            "]",
            ",",
            "<",
            ">",
            "</a>",
            "<a b='",
            "<cookie>",
            "&amp;",
            "&quot;",
            "&#65;",
            "&#x3d;",
            "&#x1F600;",
            "&#",
            "http://u:",
            "a://",
            "@",
            "/",
            "%",
            "AQBkCltaDx4kORAAwD1yTvHLx6yyzVGFo7Yw1w==",
            "secret,",
            "data=",
            "--key ",
            "\"qom-type\":\"secret\"",
            "\"data\": \"",
            "\"password\":",
            "\"name\": ",
            "\"value\": ",
            "\\u0041",
            "\\u00e9",
            "\\ud83d\\ude00",
            "\\ud83d",
            "\\n",
            "\\/",
            "é",
            "中",
            "😀",
            "\u00a0",
            "\u2003",
            "\u2028",
            "\u0085",
            "\ufeff",
            "\u212a",
            "x",
            "ab",
            "12",
            "-3.5",
            "true",
            "null",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "*",
            "crypt aes ",
            "0123456789abcdef",
            "0000000000000000",
            "images_type",
            "disk_cachemodes",
            "name='",
            "value='");
    /** Lines that hold the secret whatever lines stand around them; in JSON they are members of one object. */
    private static final Map<Kind, List<String>> PLANTED = Map.of(
            Kind.NOVA_CONF,
            List.of("password = %s", "#secret: %s", "unknown=%s", "x = rabbit://u:%s@h", "images_x = a:key=%s", "%s"),
            Kind.CEPH_CONF,
            List.of("key = %s", "rgw thing = %s", "rbd cache = true # token=%s", "a = b\\\n%s", "%s"),
            Kind.LIBVIRT_DOMAIN,
            List.of(
                    "<graphics passwd='%s'/>",
                    "<cookie name=\"c\">%s</cookie>",
                    "<arg value='file=rbd:p/i:key=%s:conf=x'/>",
                    "<d>p&#97;ssword=%s</d>",
                    "<env name='A_TOKEN' value='%s'/>"),
            Kind.QEMU_PROCESS,
            List.of("file=rbd:p/i:key=%s:c=d", "secret,id=a,data=%s", "iscsi://u%%%s@h/t/1", "CEPH_ARGS=--key %s"),
            Kind.HOST_FACTS,
            List.of("\"password\": \"%s\"", "\"a\\u005ftoken\": [\"%s\"]", "\"u\": \"http://u:%s@h\""),
            Kind.GLUSTER_VOLUME,
            List.of("username=%s", "auth.password: %s"),
            Kind.MOUNTS,
            List.of("36 22 0:31 / /m rw - cifs //h/s rw,password=%s,vers=3"));

    private final Random random;
    private final List<String> cases = new ArrayList<>();

    RandomDocuments(Path cases, long seed) throws IOException {
        random = new Random(seed);
        for (JsonNode row : new ObjectMapper().readTree(Files.readAllBytes(cases))) {
            if (row.has("in")) {
                this.cases.add(row.get("in").asText());
            }
        }
    }

    List<Document> list(int count) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] content = text().getBytes(StandardCharsets.UTF_8);
            for (int breaks = i % 3; breaks > 0 && content.length > 0; breaks--) {
                content = broken(content);
            }
            documents.add(Document.present(Kind.values()[i % Kind.values().length], "path", content));
        }
        return documents;
    }

    List<Document> planted(int count) {
        List<Kind> kinds = PLANTED.keySet().stream().sorted().toList();
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Kind kind = kinds.get(i % kinds.size());
            List<String> forms = PLANTED.getOrDefault(kind, List.of());
            List<String> lines = new ArrayList<>();
            for (int line = 0; line < 6; line++) {
                lines.add(one(forms).formatted(random.nextBoolean() ? SECRET : "é" + SECRET + "€"));
                lines.add(one(forms).formatted("harmless"));
            }
            boolean json = kind == Kind.HOST_FACTS;
            String text = json ? "{" + String.join(", ", lines) + "}" : String.join("\n", lines);
            documents.add(Document.present(kind, "path", text));
        }
        return documents;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(25); length >= 0; length--) {
            if (random.nextInt(8) == 0) {
                String whole = one(cases);
                int from = random.nextInt(whole.length());
                text.append(whole, from, from + random.nextInt(whole.length() - from + 1));
            } else {
                text.append(one(PIECES));
            }
        }
        return text.toString();
    }

    /** One byte changed, or a stretch taken out; never a byte that awk cannot hold. */
    private byte[] broken(byte[] content) {
        int at = random.nextInt(content.length);
        if (random.nextBoolean()) {
            byte[] changed = content.clone();
            changed[at] = (byte) (3 + random.nextInt(253));
            return changed;
        }
        int end = Math.min(content.length, at + random.nextInt(5));
        byte[] shorter = Arrays.copyOf(content, content.length - (end - at));
        System.arraycopy(content, end, shorter, at, content.length - end);
        return shorter;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
