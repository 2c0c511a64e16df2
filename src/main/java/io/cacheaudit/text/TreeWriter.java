package io.cacheaudit.text;

import java.io.IOException;
import java.io.OutputStream;

/** Port: a tree as the bytes of YAML or JSON, in the order of its fields. */
public interface TreeWriter {
    /** Writes the tree in UTF-8 and leaves the stream open. */
    void write(Tree tree, OutputStream out) throws IOException;
}
