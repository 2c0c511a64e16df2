/** The HTTP interface under /api/v1: resources, request and view records, and problems as RFC 9457 words them. */
@NullMarked
package io.cacheaudit.adapter.rest;

import org.jspecify.annotations.NullMarked;
