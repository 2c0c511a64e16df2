package io.cacheaudit.text;

/**
 * Port: YAML or JSON bytes to a tree. Readers bound bytes, depth and aliases, refuse duplicate keys, and answer
 * malformed input with a positioned problem and a null value; they never throw for what the bytes hold.
 */
public interface TreeReader {
    Parsed<Tree> read(String source, byte[] bytes);
}
