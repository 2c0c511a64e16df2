/** The command line: arguments, reading a host's directory, output and exit code; starts no server. */
@NullMarked
package io.cacheaudit.adapter.cli;

import org.jspecify.annotations.NullMarked;
