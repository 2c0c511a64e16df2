/** What rules say about subjects: findings, their identity across audits, and the verdict over them. */
@NullMarked
package io.cacheaudit.finding;

import org.jspecify.annotations.NullMarked;
