package io.cacheaudit.app;

import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.audit.Auditor;
import io.cacheaudit.audit.CephOptionQuestion;
import io.cacheaudit.audit.Lookup;
import io.cacheaudit.audit.NovaOptionQuestion;
import io.cacheaudit.audit.RuleSource;
import io.cacheaudit.effective.Precedence;
import io.cacheaudit.effective.rbd.RbdTables;
import io.cacheaudit.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The engine over one rules directory, as the service and the command line use it alike.
 *
 * @param source the rules directory it was made from
 */
record Engine(RuleSource source, Precedence precedence, Auditor auditor, Lookup lookup) {
    private static final int MAX_JSON_BYTES = 16 << 20;

    /** Loads and checks every table; what is wrong with them is one {@link RuleSource.LoadException}. */
    static Engine of(RuleSource source) {
        List<Problem> problems = new ArrayList<>();
        Optional<Precedence> precedence = Precedence.from(source.precedence(), problems);
        if (precedence.isEmpty()) {
            throw new RuleSource.LoadException(problems);
        }
        Auditor auditor = new Auditor(precedence.get(), source.pack(), json());
        return new Engine(source, precedence.get(), auditor, lookup(precedence.get()));
    }

    /** Reads what hosts and callers send as JSON. */
    static JsonTreeReader json() {
        return new JsonTreeReader(MAX_JSON_BYTES);
    }

    private static Lookup lookup(Precedence precedence) {
        RbdTables tables = precedence.rbd().tables();
        CephOptionQuestion ceph = new CephOptionQuestion(tables.dialects(), tables.options());
        NovaOptionQuestion nova = new NovaOptionQuestion(precedence.nova()::oslo);
        return new Lookup(Map.of("ceph-option", ceph::answer, "nova-option", nova::answer));
    }
}
