package io.cacheaudit.adapter.dashboard.text;

import java.util.ArrayList;
import java.util.List;

/** A text of a rule as pieces: what stands between backticks is code. */
public record Prose(List<Piece> pieces) {
    public Prose {
        pieces = List.copyOf(pieces);
    }

    /** One piece of it. */
    public record Piece(String text, boolean code) {}

    public static Prose of(String text) {
        List<Piece> pieces = new ArrayList<>();
        String[] parts = Printable.of(text).strip().split("`", -1);
        // A backtick without its partner is itself.
        boolean paired = parts.length % 2 == 1;
        for (int i = 0; i < parts.length; i++) {
            String part = paired || i == 0 ? parts[i] : "`" + parts[i];
            if (!part.isEmpty()) {
                pieces.add(new Piece(part, paired && i % 2 == 1));
            }
        }
        return new Prose(pieces);
    }

    /** The whole text, for places that hold no elements. */
    public String plain() {
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> all.append(piece.text()));
        return all.toString();
    }
}
