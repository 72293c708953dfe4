-- Folders that the last pass over a mailbox couldn't read while it read all others.

CREATE TABLE shut_folder (
    account TEXT NOT NULL,
    folder  TEXT NOT NULL,
    why     TEXT NOT NULL,
    PRIMARY KEY (account, folder)
);
