package io.cacheaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {
    private static final String TEXT = "ab\r\n\n\tä𐍈c\n𐍈";

    @ParameterizedTest
    @CsvSource({
        "-5, 1, 1",
        "0, 1, 1",
        "2, 1, 3",
        "3, 1, 4",
        "4, 2, 1",
        "5, 3, 1",
        "6, 3, 2",
        "7, 3, 3",
        "9, 3, 4",
        "10, 3, 5",
        "11, 4, 1",
        "13, 4, 2",
        "99, 4, 2"
    })
    void columnsCountCodePoints(int offset, int line, int column) {
        assertThat(new Positions("f", TEXT).at(offset)).isEqualTo(new Provenance("f", line, column));
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "𐍈"})
    void everyTextBeginsAtLineOne(String text) {
        assertThat(new Positions("f", text).at(0)).isEqualTo(new Provenance("f", 1, 1));
    }
}
