package io.cacheaudit.adapter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A directory seen as the root of a host's file system. Symbolic links are followed as that host would follow them: an
 * absolute one begins at this root, and none leads out of it.
 */
final class HostRoot {
    /** The largest file that is read, as large as a request to the service may be. */
    static final int FILE_LIMIT = 16 << 20;

    private static final int LINK_LIMIT = 40;
    private static final int LIST_LIMIT = 20_000;

    private final Path root;

    HostRoot(Path root) {
        this.root = root;
    }

    /** What stands at a path of the host. */
    sealed interface Entry {
        /** There is nothing. */
        record Absent() implements Entry {}

        /** Something is there that cannot be read: why, in words. */
        record Unreadable(String why) implements Entry {}

        /** A regular file. */
        record Content(byte[] bytes) implements Entry {}
    }

    /** Reads a file of the host; {@code path} is relative to the root, with slashes. */
    Entry read(String path) {
        try {
            Optional<Path> place = resolve(path);
            if (place.isEmpty()) {
                return new Entry.Absent();
            }
            if (!Files.isRegularFile(place.get(), LinkOption.NOFOLLOW_LINKS)) {
                return new Entry.Unreadable("not a regular file");
            }
            try (InputStream in = Files.newInputStream(place.get(), LinkOption.NOFOLLOW_LINKS)) {
                byte[] bytes = in.readNBytes(FILE_LIMIT + 1);
                return bytes.length > FILE_LIMIT
                        ? new Entry.Unreadable("larger than " + FILE_LIMIT + " bytes")
                        : new Entry.Content(bytes);
            }
        } catch (BrokenLink e) {
            return new Entry.Unreadable("its link leads to nothing inside the directory");
        } catch (IOException e) {
            return new Entry.Unreadable("cannot be opened");
        }
    }

    /** Whether the host has a directory here. */
    boolean hasDirectory(String path) {
        try {
            return resolve(path)
                    .filter(place -> Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS))
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** The names in a directory of the host that a glob matches, sorted; none where there is no directory. */
    List<String> names(String path, String glob) {
        List<String> names = new ArrayList<>();
        try {
            Optional<Path> place = resolve(path);
            if (place.isPresent() && Files.isDirectory(place.get(), LinkOption.NOFOLLOW_LINKS)) {
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(place.get(), glob)) {
                    for (Path entry : entries) {
                        names.add(entry.getFileName().toString());
                        if (names.size() == LIST_LIMIT) {
                            break;
                        }
                    }
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    /** The paths of the files that a glob matches in a directory, in the order of their names. */
    List<String> paths(String directory, String glob) {
        return names(directory, glob).stream()
                .map(name -> directory + "/" + name)
                .toList();
    }

    /** Where a symbolic link of the host points, without following it. */
    Optional<String> linkTarget(String path) {
        try {
            Path link = root.resolve(path);
            return Files.isSymbolicLink(link)
                    ? Optional.of(Files.readSymbolicLink(link).toString())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The real place of a path of the host, or nothing where a part of it is missing. */
    private Optional<Path> resolve(String path) throws IOException {
        Deque<String> todo = new ArrayDeque<>(List.of(path.split("/")));
        Deque<Path> walked = new ArrayDeque<>(List.of(root));
        int links = 0;
        while (!todo.isEmpty()) {
            String part = todo.pop();
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (part.equals("..")) {
                if (walked.size() > 1) {
                    walked.pop();
                }
                continue;
            }
            Path next = walked.element().resolve(part);
            if (!exists(next)) {
                if (links > 0) {
                    throw new BrokenLink();
                }
                return Optional.empty();
            }
            if (!Files.isSymbolicLink(next)) {
                walked.push(next);
                continue;
            }
            if (++links > LINK_LIMIT) {
                throw new BrokenLink();
            }
            String target = Files.readSymbolicLink(next).toString();
            if (target.startsWith("/")) {
                walked.clear();
                walked.push(root);
            }
            List<String> parts = List.of(target.split("/"));
            for (int i = parts.size() - 1; i >= 0; i--) {
                todo.push(parts.get(i));
            }
        }
        return Optional.of(walked.element());
    }

    /** Whether there is something; throws where nobody may look. */
    private static boolean exists(Path path) throws IOException {
        try {
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** A link that this directory does not hold the target of, or that leads round in a circle. */
    private static final class BrokenLink extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
