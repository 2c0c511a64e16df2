package io.cacheaudit.effective;

import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.PrecedenceRow;
import io.cacheaudit.version.RowHead;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may write a value in some versions, strongest first. Layers of one rank stand together: among them the later write
 * wins.
 */
public record LayerRow(RowHead head, List<List<String>> ranks) implements PrecedenceRow {
    public LayerRow {
        ranks = ranks.stream().map(List::copyOf).toList();
    }

    /** Reads {@code layers}: words, or lists of words that share a rank. */
    public static LayerRow from(RowHead head, FieldsReader row) {
        List<List<String>> ranks = new ArrayList<>();
        for (Tree rank : Tree.items(row.tree("layers"))) {
            ranks.add(Tree.texts(rank));
        }
        return new LayerRow(head, ranks);
    }

    /** The rank of a layer, 0 the strongest; -1 where these versions have no such layer. */
    public int rank(String layer) {
        for (int i = 0; i < ranks.size(); i++) {
            if (ranks.get(i).contains(layer)) {
                return i;
            }
        }
        return -1;
    }
}
