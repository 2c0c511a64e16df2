package io.cacheaudit.adapter.report;

/**
 * One case of a JUnit report.
 *
 * @param message in one line why it did not pass
 * @param text everything there is to say
 */
record JunitCase(String group, String name, Outcome outcome, String message, String text) {
    /** What became of a case, with the element that says so; a pass has none. */
    enum Outcome {
        PASSED(""),
        FAILURE("failure"),
        ERROR("error"),
        SKIPPED("skipped");

        private final String element;

        Outcome(String element) {
            this.element = element;
        }

        String element() {
            return element;
        }
    }
}
