package io.cacheaudit.adapter.cli;

/** What the caller gave cannot be used: its message is the one sentence that is printed, the exit code is 2. */
final class UnusableInput extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableInput(String message) {
        super(message);
    }
}
