-- What the user decided about which mails belong together, in the order it was decided.

CREATE TABLE thread_decision (
    number    BIGINT NOT NULL PRIMARY KEY,
    account   TEXT   NOT NULL,
    kind      TEXT   NOT NULL CHECK (kind IN ('SPLIT', 'MERGE')),
    mail      TEXT   NOT NULL,
    with_mail TEXT,
    made_at   BIGINT NOT NULL,
    undone_at BIGINT,
    CHECK ((kind = 'MERGE') = (with_mail IS NOT NULL))
);

CREATE INDEX thread_decision_by_account ON thread_decision (account, number);
