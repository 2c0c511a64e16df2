package io.cacheaudit.text.xml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cacheaudit.text.Located;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
    private static final Duration HANG = Duration.ofSeconds(30);

    @ParameterizedTest
    @MethodSource
    void malformedTextIsAProblemAtItsPlace(String input, int line, int column, String message) {
        Parsed<XmlElement> read = read(input);

        assertThat(read.problems()).containsExactly(new Problem(new Provenance("x", line, column), message));
    }

    static Stream<Arguments> malformedTextIsAProblemAtItsPlace() {
        return Stream.of(
                Arguments.of(" \n ", 1, 1, "expected XML, found no element"),
                Arguments.of("no xml", 1, 1, "expected XML, found no element"),
                Arguments.of("<a>\n  <b>\n</a>", 2, 3, "element b is not closed"),
                Arguments.of("<a>\n  <b>", 2, 3, "element b is not closed"),
                Arguments.of("<a>\n  <b c='1'", 2, 3, "<b is not finished"),
                Arguments.of("<a>\n  <b c='1>\n</a>", 2, 3, "<b is not finished"),
                Arguments.of("<a>\n  <!-- b>\n</a>", 2, 3, "<! is not finished"),
                Arguments.of("<a>\n  <b c=1/></a>", 2, 6, "expected an attribute with a quoted value"),
                Arguments.of("<a>\n  <b c/></a>", 2, 6, "expected an attribute with a quoted value"),
                Arguments.of("<a>\n  <b c='1' d='' c='2'/></a>", 2, 17, "attribute c is repeated"),
                Arguments.of("<a>\n  <b c='1<2'/></a>", 2, 10, "attribute c: < stands in its value"),
                Arguments.of("<a>\n  <b c='&who;'/></a>", 2, 9, "& begins no reference that XML declares"),
                Arguments.of("<a>\n  ä &who; </a>", 2, 5, "& begins no reference that XML declares"),
                Arguments.of("<a>b & c</a>", 1, 6, "& begins no reference that XML declares"),
                Arguments.of("<a>\n \0</a>", 2, 2, "character U+0000 is not allowed in XML"),
                Arguments.of("<a>\n <b c='\0'/></a>", 2, 8, "character U+0000 is not allowed in XML"),
                Arguments.of("<a>\n < b/></a>", 2, 2, "a name must follow <"),
                Arguments.of("<a/>\n<b/>", 2, 2, "not well-formed XML"),
                Arguments.of("<!DOCTYPE a>\n<a/>", 1, 1, "a document type is not accepted"),
                Arguments.of(
                        "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>\n<a>&b;</a>",
                        2,
                        1,
                        "a document type is not accepted"),
                Arguments.of(
                        "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
                        1,
                        31,
                        "expected the encoding UTF-8, or UTF-16 with a byte-order mark"),
                Arguments.of(
                        "<?xml version='1.0' encoding='UTF-16'?><a/>",
                        1,
                        31,
                        "expected the encoding UTF-8, or UTF-16 with a byte-order mark"));
    }

    @Test
    void whatStandsBeforeAMalformedPlaceIsKept() {
        XmlElement root = element("<a><b c='1'/><d><e/></a>");

        assertThat(root.closed()).isFalse();
        assertThat(root.children())
                .extracting(XmlElement::name, XmlElement::closed)
                .containsExactly(tuple("b", true), tuple("d", false));
    }

    @Test
    void elementsAttributesAndTextKnowWhereTheyStand() {
        XmlElement root = element("<?xml version='1.0'?>\n<!-- <no/> -->\n<a>\n\t<b ä='𐍈' p:c = \"&lt;2\"\n"
                + "   d='3' xmlns:p='u'>\n  one <![CDATA[<two>]]><e/>three </b>\n</a>\n");
        XmlElement b = requireNonNull(root.child("b"));

        assertThat(root.at()).isEqualTo(at(3, 1));
        assertThat(b.at()).isEqualTo(at(4, 2));
        assertThat(b.attribute("ä")).isEqualTo(located("𐍈", 4, 5));
        assertThat(b.attribute("p:c")).isEqualTo(located("<2", 4, 11));
        assertThat(b.attribute("d")).isEqualTo(located("3", 5, 4));
        assertThat(b.text()).isEqualTo(located("one <two>three", 6, 3));
        assertThat(requireNonNull(b.child("e")).at()).isEqualTo(at(6, 24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void aByteOrderMarkNamesTheEncoding(String charset) {
        byte[] bytes = "\uFEFF<?xml version='1.0' encoding='%s'?><a b='ä'/>"
                .formatted(charset.substring(0, charset.equals("UTF-8") ? 5 : 6))
                .getBytes(Charset.forName(charset));

        Parsed<XmlElement> read = XmlReader.read("x", bytes);

        assertThat(read.problems()).isEmpty();
        assertThat(requireNonNull(requireNonNull(read.value()).attribute("b")).value())
                .isEqualTo("ä");
    }

    @Test
    void aByteThatIsNotUtf8EndsTheText() {
        byte[] bytes = "<a>\n<b/>é</a>".getBytes(StandardCharsets.ISO_8859_1);

        Parsed<XmlElement> read = XmlReader.read("x", bytes);

        assertThat(read.problems()).containsExactly(new Problem(at(2, 5), "a byte that is not UTF-8"));
        assertThat(requireNonNull(read.value()).children()).hasSize(1);
    }

    @Test
    void nothingAtAllIsAProblemOfTheWholeDocument() {
        assertThat(read("").problems())
                .containsExactly(new Problem(Provenance.whole("x"), "the document is empty, expected XML"));
    }

    @Test
    void depthIsBounded() {
        assertThat(read("<a>".repeat(100) + "</a>".repeat(100)).problems()).isEmpty();
        assertThat(read("<a>".repeat(101) + "</a>".repeat(101)).problems())
                .containsExactly(new Problem(at(1, 301), "elements nest deeper than 100"));
        Assertions.assertTimeoutPreemptively(HANG, () -> read("<a>".repeat(1_000_000)));
    }

    @Test
    void attributesAndTextAreBounded() {
        assertThat(read("<a b='" + "x".repeat(65_536) + "'>" + "x".repeat(65_536) + "</a>")
                        .problems())
                .isEmpty();
        XmlElement kept = element("<a c='1' b='" + "x".repeat(65_537) + "'>" + "x".repeat(65_537) + "</a>");
        assertThat(kept.attributes()).containsOnlyKeys("c");
        assertThat(kept.text()).isNull();
        assertThat(read("<a c='1' b='" + "x".repeat(65_537) + "'/>").problems())
                .containsExactly(new Problem(at(1, 10), "attribute longer than 65536 characters"));
    }

    @ParameterizedTest
    @MethodSource
    void hostileTextNeitherHangsNorThrows(String input) {
        Parsed<XmlElement> read = Assertions.assertTimeoutPreemptively(HANG, () -> read(input));

        assertThat(read.problems()).isNotEmpty();
    }

    static List<String> hostileTextNeitherHangsNorThrows() {
        StringBuilder attributes = new StringBuilder("<a");
        for (int i = 0; i < 200_000; i++) {
            attributes.append(" a").append(i).append("='x'");
        }
        return List.of(
                "<!DOCTYPE a [<!ENTITY l0 'lol'>" + bomb() + "]><a>&l30;</a>",
                "<a b='" + "x".repeat(10_000_000) + "'/>",
                attributes + "/>",
                "<" + "n".repeat(5_000_000) + "/>",
                "<a/>".repeat(1_000_000),
                "<a>" + "<b/>".repeat(600_000) + "</a>",
                "<a>" + "&".repeat(1_000_000),
                "<".repeat(1_000_000),
                "<a>" + "<![CDATA[".repeat(500_000),
                "x".repeat(XmlReader.MAX_BYTES + 1));
    }

    private static String bomb() {
        StringBuilder entities = new StringBuilder();
        for (int i = 1; i <= 30; i++) {
            entities.append("<!ENTITY l%d '&l%d;&l%d;'>".formatted(i, i - 1, i - 1));
        }
        return entities.toString();
    }

    private static Parsed<XmlElement> read(String text) {
        return XmlReader.read("x", text.getBytes(StandardCharsets.UTF_8));
    }

    private static XmlElement element(String text) {
        return requireNonNull(read(text).value());
    }

    private static Provenance at(int line, int column) {
        return new Provenance("x", line, column);
    }

    private static Located<String> located(String value, int line, int column) {
        return new Located<>(value, at(line, column));
    }
}
