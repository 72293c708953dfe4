-- Instants are milliseconds since 1970, days are ISO dates; all of it is SQL that PostgreSQL reads too.

CREATE TABLE flag (
    id           TEXT    NOT NULL PRIMARY KEY,
    account      TEXT    NOT NULL,
    conversation TEXT    NOT NULL,
    client       TEXT,
    kind         TEXT    NOT NULL,
    anchor       TEXT    NOT NULL,
    level        TEXT    NOT NULL,
    score        INTEGER NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('OPEN', 'SNOOZED', 'DISMISSED', 'CLOSED')),
    raised_at    BIGINT  NOT NULL,
    seen_at      BIGINT  NOT NULL,
    changed_at   BIGINT  NOT NULL,
    snoozed_till BIGINT
);

CREATE INDEX flag_by_state ON flag (account, state);

CREATE TABLE letter (
    recipient  TEXT    NOT NULL,
    day        TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    message_id TEXT    NOT NULL UNIQUE,
    content    BYTEA   NOT NULL,
    made_at    BIGINT  NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('READY', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN')),
    tries      INTEGER NOT NULL,
    since      BIGINT  NOT NULL,
    PRIMARY KEY (recipient, day, kind)
);

CREATE INDEX letter_by_state ON letter (state, made_at);

CREATE TABLE told (
    recipient TEXT    NOT NULL,
    day       TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    place     INTEGER NOT NULL,
    flag      TEXT    NOT NULL,
    level     TEXT    NOT NULL,
    score     INTEGER NOT NULL,
    change    TEXT    NOT NULL,
    PRIMARY KEY (recipient, day, kind, place),
    FOREIGN KEY (recipient, day, kind) REFERENCES letter (recipient, day, kind)
);

CREATE INDEX told_by_flag ON told (flag);
