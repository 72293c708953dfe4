-- What the user writes about conversations by hand. `mail` is the mail a note hangs on; `conversation` held it then.

CREATE TABLE note (
    number       BIGINT NOT NULL PRIMARY KEY,
    account      TEXT   NOT NULL,
    mail         TEXT   NOT NULL,
    conversation TEXT   NOT NULL,
    written_at   BIGINT NOT NULL,
    text         TEXT   NOT NULL,
    paused_until TEXT,
    removed_at   BIGINT
);

CREATE INDEX note_by_account ON note (account, number);
