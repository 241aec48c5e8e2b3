-- The database of a run. Offsets (first, past) count characters of the notice's text, half-open.
-- Numbers stand as printed; base_value is in the base unit (元, 平方米, 千克 …), so that units can be compared.

CREATE TABLE run (
    schema_version TEXT NOT NULL,
    generator TEXT NOT NULL,
    lexicon TEXT NOT NULL -- SHA-256 of the dictionaries in force
);

CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    body TEXT, -- the inspected body, else the issuer
    year INTEGER,
    title TEXT,
    issuer TEXT,
    inspecting_team TEXT,
    kind TEXT,
    level TEXT,
    round TEXT,
    inspection_start TEXT,
    inspection_end TEXT,
    feedback_date TEXT,
    published TEXT,
    address TEXT,
    postcode TEXT,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    sha256 TEXT NOT NULL, -- of the raw bytes
    chars INTEGER NOT NULL,
    text TEXT NOT NULL -- the decoded text that offsets count in
);

CREATE TABLE contacts (
    notice INTEGER NOT NULL REFERENCES notices (id),
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'email')),
    value TEXT NOT NULL
);

CREATE TABLE nodes (
    id INTEGER PRIMARY KEY,
    notice INTEGER NOT NULL REFERENCES notices (id),
    parent INTEGER REFERENCES nodes (id),
    path TEXT NOT NULL, -- 1-based positions in the tree: 2.1.3
    kind TEXT NOT NULL CHECK (kind IN ('section', 'problem', 'measure', 'action')),
    marker TEXT,
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    inline INTEGER NOT NULL, -- 1: a problem named in the words of a measure
    status TEXT,
    stated_status TEXT,
    specificity TEXT,
    deadline TEXT, -- its words
    deadline_date TEXT,
    target TEXT,
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    UNIQUE (notice, path)
);

CREATE TABLE responsible (
    node INTEGER NOT NULL REFERENCES nodes (id),
    body TEXT NOT NULL
);

CREATE TABLE metrics (
    id INTEGER PRIMARY KEY,
    notice INTEGER NOT NULL REFERENCES notices (id),
    node INTEGER REFERENCES nodes (id),
    label TEXT NOT NULL, -- m1, m2 … as in the JSON
    name TEXT NOT NULL,
    key TEXT NOT NULL, -- canonical name by which years and bodies are compared
    value NUMERIC NOT NULL,
    upper NUMERIC,
    unit TEXT NOT NULL,
    base_value NUMERIC NOT NULL,
    base_unit TEXT NOT NULL,
    dimension TEXT NOT NULL,
    approx TEXT NOT NULL,
    threshold_op TEXT,
    threshold_value NUMERIC,
    threshold_unit TEXT,
    part_of INTEGER REFERENCES metrics (id) DEFERRABLE INITIALLY DEFERRED,
    rank_position INTEGER,
    rank_scope TEXT,
    change_direction TEXT,
    change_basis TEXT,
    period_start TEXT,
    period_end TEXT,
    period_text TEXT,
    role TEXT NOT NULL,
    named_by TEXT NOT NULL,
    corrected TEXT, -- what corrections changed: the fields as they were read
    quantity TEXT NOT NULL, -- number and unit as printed
    text TEXT NOT NULL, -- the words behind the figure
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    UNIQUE (notice, label)
);

CREATE TABLE documents (
    notice INTEGER NOT NULL REFERENCES notices (id),
    node INTEGER REFERENCES nodes (id),
    title TEXT,
    number TEXT,
    first INTEGER NOT NULL,
    past INTEGER NOT NULL
);

CREATE TABLE warnings (
    notice INTEGER NOT NULL REFERENCES notices (id),
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    first INTEGER,
    past INTEGER
);

CREATE TABLE findings (
    id INTEGER PRIMARY KEY,
    notice INTEGER NOT NULL REFERENCES notices (id),
    node INTEGER REFERENCES nodes (id),
    rule TEXT NOT NULL,
    name TEXT NOT NULL,
    severity TEXT NOT NULL,
    quote TEXT NOT NULL,
    message TEXT NOT NULL,
    suppressed TEXT, -- why it was excused
    first INTEGER NOT NULL,
    past INTEGER NOT NULL
);

CREATE INDEX nodes_by_notice ON nodes (notice, kind);
CREATE INDEX nodes_by_parent ON nodes (parent);
CREATE INDEX metrics_by_notice ON metrics (notice);
CREATE INDEX metrics_by_node ON metrics (node);
CREATE INDEX metrics_by_key ON metrics (key, base_unit);
CREATE INDEX findings_by_notice ON findings (notice, rule);

-- Full-text search over measures. Words of three characters and more: measures_text MATCH '高新技术'; words of two:
-- measures_pairs MATCH '制度'. The row ids are those of nodes.
CREATE VIEW measure_nodes AS SELECT id, text FROM nodes WHERE kind = 'measure';
CREATE VIRTUAL TABLE measures_text USING fts5 (text, content = 'measure_nodes', content_rowid = 'id', tokenize = 'trigram');
CREATE VIRTUAL TABLE measures_pairs USING fts5 (pairs, content = '', detail = none);

-- Measures with the problem that they answer: the ledger.
CREATE VIEW measures AS
WITH RECURSIVE above (node, id, depth) AS (
    SELECT id, parent, 1 FROM nodes WHERE kind = 'measure'
    UNION ALL
    SELECT above.node, nodes.parent, depth + 1 FROM above JOIN nodes ON nodes.id = above.id
),
nearest (node, problem, depth) AS (
    SELECT above.node, above.id, min(above.depth)
    FROM above JOIN nodes ON nodes.id = above.id AND nodes.kind = 'problem'
    GROUP BY above.node
)
SELECT
    notices.path AS notice,
    notices.body,
    notices.year,
    problem.path AS problem_path,
    problem.heading AS problem,
    measure.id,
    measure.path,
    measure.heading AS measure,
    measure.text,
    measure.status,
    coalesce(measure.deadline_date, measure.deadline, problem.deadline_date, problem.deadline) AS deadline
FROM nodes AS measure
JOIN notices ON notices.id = measure.notice
LEFT JOIN nearest ON nearest.node = measure.id
LEFT JOIN nodes AS problem ON problem.id = nearest.problem
WHERE measure.kind = 'measure';

-- Results of one body by indicator and year, where one figure stands for it.
CREATE VIEW yearly AS
SELECT
    notices.body,
    metrics.key,
    metrics.base_unit,
    notices.year,
    max(metrics.base_value) AS base_value,
    max(metrics.text) AS text
FROM metrics JOIN notices ON notices.id = metrics.notice
WHERE metrics.role = 'achieved' AND metrics.change_direction IS NULL AND notices.body IS NOT NULL AND notices.year IS NOT NULL
GROUP BY notices.body, metrics.key, metrics.base_unit, notices.year
HAVING min(metrics.base_value) = max(metrics.base_value);

-- Each year beside the last one that has the same indicator.
CREATE VIEW year_over_year AS
SELECT
    body,
    key,
    base_unit,
    year,
    base_value,
    lag(year) OVER earlier AS year_before,
    lag(base_value) OVER earlier AS base_value_before,
    base_value - lag(base_value) OVER earlier AS delta,
    CASE WHEN lag(base_value) OVER earlier <> 0
        THEN round(1.0 * base_value / lag(base_value) OVER earlier, 4) END AS ratio
FROM yearly
WINDOW earlier AS (PARTITION BY body, key, base_unit ORDER BY year);
