-- What the fleet's lists need beside findings: disks, past audits, and when a host is stale or retired.

ALTER TABLE host
    -- Three intervals after it was last seen.
    ADD COLUMN stale_at   timestamptz,
    -- A retired host has neither documents nor disks, and its findings are closed.
    ADD COLUMN retired_at timestamptz;
-- Every stored set is audited again at the next start, which fills the tables below.
UPDATE host SET stale_at = last_seen + interval_seconds * interval '3 seconds', pack_digest = '';
ALTER TABLE host
    ALTER COLUMN stale_at SET NOT NULL,
    ADD CONSTRAINT host_stale_after_seen CHECK (last_seen < stale_at);

CREATE INDEX host_worst ON host ((-critical), (-high), (-medium), (-unknown), name);
CREATE INDEX host_seen ON host (last_seen, name);

ALTER TABLE finding
    DROP CONSTRAINT finding_closed_because_word,
    ADD CONSTRAINT finding_closed_because_word
        CHECK (closed_because IN ('resolved', 'subject_vanished', 'host_retired'));

-- The disks of the newest audit of each host, in its order. An unknown value is NULL, and missing names what would lift it.
CREATE TABLE disk (
    host_id      bigint  NOT NULL CONSTRAINT disk_host REFERENCES host ON DELETE CASCADE,
    position     integer NOT NULL CONSTRAINT disk_position_not_negative CHECK (position >= 0),
    domain       text    COLLATE "C" NOT NULL,
    domain_uuid  text,
    origin       text    NOT NULL CONSTRAINT disk_origin_word CHECK (origin IN ('running', 'defined', 'process')),
    target       text    COLLATE "C" NOT NULL,
    device       text    NOT NULL,
    bus          text,
    format       text,
    source_type  text    NOT NULL,
    protocol     text,
    source_name  text,
    -- The cache attribute as written; NULL where none is written.
    configured   text,
    -- The empty text stands for three flags that have no word.
    mode         text,
    rbd          boolean NOT NULL,
    rbd_enabled  boolean,
    rbd_state    text,
    holds_writes boolean,
    flushed              text CONSTRAINT disk_flushed_word CHECK (flushed IN ('none', 'bounded', 'unbounded')),
    unflushed            text CONSTRAINT disk_unflushed_word CHECK (unflushed IN ('none', 'bounded', 'unbounded')),
    never_flushing_guest text
        CONSTRAINT disk_never_flushing_guest_word CHECK (never_flushing_guest IN ('none', 'bounded', 'unbounded')),
    -- 0 is worst.
    risk_rank    integer NOT NULL,
    conditional  boolean NOT NULL,
    missing      jsonb   NOT NULL,
    CONSTRAINT disk_pk PRIMARY KEY (host_id, position)
);

CREATE INDEX disk_risk ON disk (risk_rank);

-- One row for each audit that was stored. Rows are added, never changed.
CREATE TABLE past_audit (
    host_id        bigint      NOT NULL CONSTRAINT past_audit_host REFERENCES host ON DELETE CASCADE,
    revision       bigint      NOT NULL,
    audited_at     timestamptz NOT NULL,
    digest         text        NOT NULL,
    verdict        text        NOT NULL
                   CONSTRAINT past_audit_verdict_word CHECK (verdict IN ('FAIL', 'UNKNOWN', 'PASS')),
    critical       integer     NOT NULL,
    high           integer     NOT NULL,
    medium         integer     NOT NULL,
    low            integer     NOT NULL,
    info           integer     NOT NULL,
    unknown        integer     NOT NULL,
    error          integer     NOT NULL,
    disks          integer     NOT NULL,
    versions       jsonb       NOT NULL,
    pack_version   text        NOT NULL,
    CONSTRAINT past_audit_pk PRIMARY KEY (host_id, revision)
);
