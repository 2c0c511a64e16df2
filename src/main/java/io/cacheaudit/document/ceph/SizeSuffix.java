package io.cacheaudit.document.ceph;

import java.util.Optional;

/** How a number of bytes, or another integer, may end. Every rule wants the number itself in base 10. */
public enum SizeSuffix {
    /** No suffix. Source: Ceph v0.80 src/common/strtol.cc strict_strtoll. */
    NONE {
        @Override
        Optional<Long> read(String text, boolean signed) {
            return scaled(text, 1, signed);
        }
    },
    /** B K M G T P E, powers of 1024. Source: Ceph v0.87 src/common/strtol.cc strict_sistrtoll. */
    BINARY {
        @Override
        Optional<Long> read(String text, boolean signed) {
            int power = text.isEmpty() ? NO_UNIT : UNITS.indexOf(text.charAt(text.length() - 1));
            return power < 0
                    ? scaled(text, 1, signed)
                    : scaled(text.substring(0, text.length() - 1), power(KIBI, power), signed);
        }
    },
    /** K M G T P E, powers of 1000; a B is refused. Source: Ceph v13.2.0 src/common/strtol.cc strict_si_cast. */
    DECIMAL {
        @Override
        Optional<Long> read(String text, boolean signed) {
            int power = text.isEmpty() ? NO_UNIT : UNITS.indexOf(text.charAt(text.length() - 1));
            return power < 1
                    ? scaled(text, 1, signed)
                    : scaled(text.substring(0, text.length() - 1), power(KILO, power), signed);
        }
    },
    /**
     * B K M G T P E, alone or with one more character (Ki, KB), powers of 1024. Source: Ceph v13.2.0
     * src/common/strtol.cc strict_iec_cast.
     */
    IEC {
        @Override
        Optional<Long> read(String text, boolean signed) {
            String unit = unit(text);
            return unit.length() > 2 || unit.equals("Bi") ? Optional.empty() : iec(text, unit, signed);
        }
    },
    /**
     * B K M G T P E, alone or as Ki, each also followed by a B; powers of 1024. Source: Ceph v20.2.4
     * src/common/strtol.cc strict_iec_cast.
     */
    IEC_BYTE {
        @Override
        Optional<Long> read(String text, boolean signed) {
            String unit = unit(text);
            if (unit.length() > 1 && unit.endsWith("B")) {
                unit = unit.substring(0, unit.length() - 1);
            }
            boolean formed = unit.length() < 2 || unit.length() == 2 && unit.endsWith("i") && !unit.equals("Bi");
            return formed ? iec(text, unit, signed) : Optional.empty();
        }
    };

    private static final String UNITS = "BKMGTPE";
    private static final int NO_UNIT = -1;
    private static final long KIBI = 1024;
    private static final long KILO = 1000;

    /** The number that the text stands for, or nothing where the rule refuses it or it leaves 63 bits. */
    abstract Optional<Long> read(String text, boolean signed);

    private static String unit(String text) {
        int at = 0;
        while (at < text.length() && "0123456789-+".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(at);
    }

    private static Optional<Long> iec(String text, String unit, boolean signed) {
        int power = unit.isEmpty() ? 0 : UNITS.indexOf(unit.charAt(0));
        String number = text.substring(0, text.length() - unit(text).length());
        return power < 0 ? Optional.empty() : scaled(number, power(KIBI, power), signed);
    }

    private static long power(long base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }

    private static Optional<Long> scaled(String number, long factor, boolean signed) {
        Optional<Long> value = Numbers.integer(number);
        if (value.isEmpty() || value.get() < 0 && !signed) {
            return Optional.empty();
        }
        long high = Math.multiplyHigh(value.get(), factor);
        long low = value.get() * factor;
        return high == low >> 63 ? Optional.of(low) : Optional.empty();
    }
}
