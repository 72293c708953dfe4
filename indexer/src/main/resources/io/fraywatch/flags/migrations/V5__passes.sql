-- How the last passes over each mailbox went; instants are milliseconds since 1970. The trouble's columns are all null while
-- the last pass went well.

CREATE TABLE pass (
    account     TEXT    NOT NULL PRIMARY KEY,
    done_at     BIGINT,
    found       BIGINT  NOT NULL,
    moved_at    BIGINT,
    open        INTEGER NOT NULL CHECK (open IN (0, 1)),
    tier        TEXT,
    kind        TEXT,
    what        TEXT,
    remedy      TEXT,
    failures    INTEGER NOT NULL,
    since       BIGINT,
    failed_at   BIGINT,
    paused_till BIGINT,
    setting     TEXT
);
