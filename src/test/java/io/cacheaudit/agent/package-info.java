/** Tests of the agent that compute nodes run. */
@NullMarked
package io.cacheaudit.agent;

import org.jspecify.annotations.NullMarked;
