-- Texts that identify or order rows compare by bytes, whatever the database's own collation is.

CREATE TABLE host (
    id               bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT host_pk PRIMARY KEY,
    name             text        COLLATE "C" NOT NULL CONSTRAINT host_name_unique UNIQUE,
    digest           text        NOT NULL CONSTRAINT host_digest_form CHECK (digest ~ '^sha256:[0-9a-f]{64}$'),
    verdict          text        NOT NULL CONSTRAINT host_verdict_word CHECK (verdict IN ('FAIL', 'UNKNOWN', 'PASS')),
    critical         integer     NOT NULL,
    high             integer     NOT NULL,
    medium           integer     NOT NULL,
    low              integer     NOT NULL,
    info             integer     NOT NULL,
    unknown          integer     NOT NULL,
    error            integer     NOT NULL,
    pass             integer     NOT NULL,
    not_applicable   integer     NOT NULL,
    waived           integer     NOT NULL,
    disks            integer     NOT NULL,
    versions         jsonb       NOT NULL,
    pack_name        text        NOT NULL,
    pack_version     text        NOT NULL,
    pack_digest      text        NOT NULL,
    first_seen       timestamptz NOT NULL,
    last_seen        timestamptz NOT NULL,
    audited_at       timestamptz NOT NULL,
    interval_seconds integer     NOT NULL CONSTRAINT host_interval_positive CHECK (interval_seconds > 0),
    -- Counts the stored audits; a finding that the newest one does not hold is closed.
    revision         bigint      NOT NULL,
    CONSTRAINT host_counts_not_negative CHECK (
        least(critical, high, medium, low, info, unknown, error, pass, not_applicable, waived, disks) >= 0),
    CONSTRAINT host_seen_in_order CHECK (first_seen <= last_seen)
);

CREATE INDEX host_verdict_name ON host (verdict, name);

-- One row for all documents with the same bytes; the bytes are redacted before they come here.
CREATE TABLE document_content (
    sha256  text  COLLATE "C" CONSTRAINT document_content_pk PRIMARY KEY
                  CONSTRAINT document_content_sha256_form CHECK (sha256 ~ '^sha256:[0-9a-f]{64}$'),
    content bytea NOT NULL
);

CREATE TABLE host_document (
    host_id  bigint  NOT NULL CONSTRAINT host_document_host REFERENCES host ON DELETE CASCADE,
    position integer NOT NULL CONSTRAINT host_document_position_not_negative CHECK (position >= 0),
    kind     text    NOT NULL,
    path     text    NOT NULL,
    presence text    NOT NULL
             CONSTRAINT host_document_presence_word CHECK (presence IN ('present', 'absent', 'unreadable')),
    mode     text,
    owner    text,
    sha256   text    COLLATE "C" NOT NULL CONSTRAINT host_document_content REFERENCES document_content,
    CONSTRAINT host_document_pk PRIMARY KEY (host_id, position)
);

CREATE INDEX host_document_sha256 ON host_document (sha256);

CREATE TABLE finding (
    fingerprint    text        COLLATE "C" CONSTRAINT finding_pk PRIMARY KEY
                               CONSTRAINT finding_fingerprint_form CHECK (fingerprint ~ '^sha256:[0-9a-f]{64}$'),
    host_id        bigint      NOT NULL CONSTRAINT finding_host REFERENCES host,
    rule           text        COLLATE "C" NOT NULL,
    subject        text        NOT NULL,
    severity       text        NOT NULL
                   CONSTRAINT finding_severity_word CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
    -- 0 is worst.
    severity_rank  integer     NOT NULL
                   GENERATED ALWAYS AS (array_position(ARRAY['critical', 'high', 'medium', 'low', 'info'], severity) - 1)
                   STORED,
    status         text        NOT NULL
                   CONSTRAINT finding_status_word CHECK (status IN ('FAIL', 'UNKNOWN', 'ERROR')),
    message        text        NOT NULL,
    why            text        NOT NULL,
    remediation    text        NOT NULL,
    fix_risk       text        NOT NULL
                   CONSTRAINT finding_fix_risk_word CHECK (fix_risk IN ('none', 'live-migrate', 'restart')),
    conditional    boolean     NOT NULL,
    missing        jsonb       NOT NULL,
    evidence       jsonb       NOT NULL,
    first_seen     timestamptz NOT NULL,
    last_seen      timestamptz NOT NULL,
    closed_at      timestamptz,
    closed_because text
                   CONSTRAINT finding_closed_because_word CHECK (closed_because IN ('resolved', 'subject_vanished')),
    -- The newest audit of the host that holds it.
    revision       bigint      NOT NULL,
    CONSTRAINT finding_seen_in_order CHECK (first_seen <= last_seen),
    CONSTRAINT finding_closed_with_reason CHECK ((closed_at IS NULL) = (closed_because IS NULL)),
    CONSTRAINT finding_unknown_names_missing CHECK (status <> 'UNKNOWN' OR jsonb_array_length(missing) > 0)
);

CREATE INDEX finding_host_open ON finding (host_id) WHERE closed_at IS NULL;
CREATE INDEX finding_host ON finding (host_id, severity_rank, fingerprint);
CREATE INDEX finding_rule ON finding (rule, severity_rank, fingerprint);
CREATE INDEX finding_open_worst ON finding (severity_rank, fingerprint) WHERE closed_at IS NULL;
CREATE INDEX finding_worst ON finding (severity_rank, fingerprint);
CREATE INDEX finding_newest ON finding (first_seen DESC, fingerprint);

-- What happened to a finding. Rows are added, never changed.
CREATE TABLE finding_event (
    id          bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT finding_event_pk PRIMARY KEY,
    fingerprint text        COLLATE "C" NOT NULL CONSTRAINT finding_event_finding REFERENCES finding,
    at          timestamptz NOT NULL,
    what        text        NOT NULL CONSTRAINT finding_event_what_word
                            CHECK (what IN ('OPENED', 'CHANGED', 'CLOSED', 'REOPENED')),
    status      text        NOT NULL,
    severity    text        NOT NULL,
    message     text        NOT NULL
);

CREATE INDEX finding_event_fingerprint ON finding_event (fingerprint, id);
