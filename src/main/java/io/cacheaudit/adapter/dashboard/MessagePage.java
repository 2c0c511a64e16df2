package io.cacheaudit.adapter.dashboard;

/**
 * A page that says why there is no other.
 *
 * @param href where to go on
 */
record MessagePage(String title, String message, String href, String link) {
    static MessagePage noSuch(String what, String href, String link) {
        return new MessagePage(
                "There is no such " + what, "It may have gone, or the address is not complete.", href, link);
    }
}
