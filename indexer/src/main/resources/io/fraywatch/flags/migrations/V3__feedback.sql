-- What the user says of flags: whether one was right, and who is no client at all.

CREATE TABLE opinion (
    flag     TEXT   NOT NULL PRIMARY KEY REFERENCES flag (id),
    verdict  TEXT   NOT NULL CHECK (verdict IN ('RIGHT', 'WRONG')),
    given_at BIGINT NOT NULL
);

CREATE TABLE no_client (
    account TEXT   NOT NULL,
    client  TEXT   NOT NULL,
    said_at BIGINT NOT NULL,
    PRIMARY KEY (account, client)
);
