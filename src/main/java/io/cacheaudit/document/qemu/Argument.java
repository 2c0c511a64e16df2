package io.cacheaudit.document.qemu;

import io.cacheaudit.text.Provenance;

/**
 * One argument as the program receives it.
 *
 * @param places the position of each UTF-16 unit of {@code text} in the document, and of its end
 */
record Argument(String text, Places places) {
    /** Where the units of a decoded text stand in the document. */
    interface Places {
        Provenance at(int index);
    }

    Provenance at() {
        return places.at(0);
    }

    Provenance at(int index) {
        return places.at(index);
    }
}
