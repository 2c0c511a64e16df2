package io.cacheaudit.adapter.rest.body;

import io.cacheaudit.audit.gate.GateOptions;
import io.cacheaudit.document.DocumentSet;

/** What a gate is asked: the set, and how to decide. */
public record GateRequest(DocumentSet set, GateOptions options) {}
