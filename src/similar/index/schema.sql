-- The index of a reference set. The header's application id and user version say what it is; bytes of `form` and keys of
-- `buckets` belong to that version.

-- Notices, in the order in which they were added.
CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    body TEXT,
    year INTEGER,
    date TEXT,          -- JSON: [year, month, day]
    checksum BLOB NOT NULL
);

-- Their sentences.
CREATE TABLE sentences (
    id INTEGER PRIMARY KEY,
    notice INTEGER NOT NULL REFERENCES notices,
    node TEXT,
    byte INTEGER NOT NULL,
    char INTEGER NOT NULL,
    text TEXT NOT NULL,
    form TEXT NOT NULL, -- JSON: clauses with their codes, masked places
    checksum BLOB NOT NULL
);

-- Units by the key of a band, and the sentences that hold a unit.
CREATE TABLE buckets (key INTEGER NOT NULL, unit INTEGER NOT NULL, PRIMARY KEY (key, unit)) WITHOUT ROWID;
CREATE TABLE holders (unit INTEGER NOT NULL, sentence INTEGER NOT NULL, PRIMARY KEY (unit, sentence)) WITHOUT ROWID;
