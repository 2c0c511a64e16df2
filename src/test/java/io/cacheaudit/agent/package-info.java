/** The agent of {@code deploy/agent}, run as a compute node runs it. */
@NullMarked
package io.cacheaudit.agent;

import org.jspecify.annotations.NullMarked;
