package io.cacheaudit.effective;

import io.cacheaudit.version.PrecedenceRow;
import io.cacheaudit.version.RowHead;
import java.util.List;

/**
 * Who may write a value in some versions, strongest first. Layers of one rank stand together: among them the later write
 * wins.
 */
public record LayerRow(RowHead head) implements PrecedenceRow {

    public List<List<String>> ranks() {
        return head.layers();
    }

    /** The rank of a layer, 0 the strongest; -1 where these versions have no such layer. */
    public int rank(String layer) {
        for (int i = 0; i < ranks().size(); i++) {
            if (ranks().get(i).contains(layer)) {
                return i;
            }
        }
        return -1;
    }
}
