package io.cacheaudit.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The upstream part of a version: numbers, and a pre-release that sorts before the release itself. Missing numbers are 0;
 * nova's releases named after years (2013 to 2015) sort below 12.
 */
record Release(List<Integer> numbers, int preRelease) implements Comparable<Release> {
    static final int FINAL = Integer.MAX_VALUE;

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})*)(?:[~.-]?(?:rc|[ab](?=\\d))(\\d{0,6}))?.*");
    private static final int FIRST_YEAR = 1990;

    Release {
        numbers = List.copyOf(numbers);
    }

    /** The release that {@code text} begins with, or nothing where it does not begin with a number. */
    static Optional<Release> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        for (String number : matcher.group(1).split("\\.", -1)) {
            numbers.add(Integer.valueOf(number));
        }
        if (numbers.get(0) >= FIRST_YEAR) {
            numbers.add(0, 0);
        }
        String pre = matcher.group(2);
        int preRelease = pre == null ? FINAL : pre.isEmpty() ? 0 : Integer.parseInt(pre);
        return Optional.of(new Release(numbers, preRelease));
    }

    int number(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    @Override
    public int compareTo(Release other) {
        int length = Math.max(numbers.size(), other.numbers.size());
        for (int i = 0; i < length; i++) {
            int order = Integer.compare(number(i), other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(preRelease, other.preRelease);
    }

    /** The release as range bounds write it: {@code 2.4.0-rc1}. */
    @Override
    public String toString() {
        boolean year = numbers.size() > 1 && numbers.get(1) >= FIRST_YEAR;
        String dotted = numbers.stream().skip(year ? 1 : 0).map(String::valueOf).collect(Collectors.joining("."));
        return preRelease == FINAL ? dotted : dotted + "-rc" + preRelease;
    }
}
