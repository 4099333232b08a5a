-- The first schema. Times are Unix milliseconds. Ids are rowids and never leave the database;
-- the world knows jobs by name. Every column that a list filters or sorts by has an index.

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE experiment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    lifecycle TEXT NOT NULL DEFAULT 'active' CHECK (lifecycle IN ('active', 'deleted')),
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL
);

CREATE TABLE experiment_tag (
    experiment_id INTEGER NOT NULL REFERENCES experiment (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (experiment_id, key)
) WITHOUT ROWID;

-- A job is a run: its name is its MLflow run id.
CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL CHECK (type IN ('command', 'pipeline', 'interactive')),
    display_name TEXT NOT NULL,
    experiment_id INTEGER NOT NULL REFERENCES experiment (id),
    parent_id INTEGER REFERENCES job (id) ON DELETE CASCADE,
    step TEXT NOT NULL DEFAULT '',           -- the step's name in its pipeline
    status TEXT NOT NULL,
    status_reason TEXT NOT NULL DEFAULT '',  -- why it waits: "2 of 2 cores are in use"
    lifecycle TEXT NOT NULL DEFAULT 'active' CHECK (lifecycle IN ('active', 'deleted')),
    description TEXT NOT NULL DEFAULT '',
    user TEXT NOT NULL,
    compute TEXT NOT NULL DEFAULT 'local',
    created_ms INTEGER NOT NULL,
    started_ms INTEGER,
    ended_ms INTEGER,
    error_code TEXT NOT NULL DEFAULT '',
    error_sentence TEXT NOT NULL DEFAULT '',
    document_digest TEXT NOT NULL DEFAULT '',-- tells a repeated submission from a clash of names
    cache_key TEXT NOT NULL DEFAULT '',
    reused_from TEXT NOT NULL DEFAULT '',    -- the job whose outputs these are
    snapshot TEXT NOT NULL DEFAULT ''        -- digest of the code
);
CREATE INDEX job_by_created ON job (created_ms, id);
CREATE INDEX job_by_experiment ON job (experiment_id, created_ms);
CREATE INDEX job_by_parent ON job (parent_id, id);
CREATE INDEX job_by_status ON job (status, created_ms);
CREATE INDEX job_by_display_name ON job (display_name);
CREATE INDEX job_top_level ON job (created_ms, id) WHERE parent_id IS NULL;
CREATE INDEX job_unfinished ON job (id) WHERE status NOT IN ('Completed', 'Failed', 'Canceled', 'Skipped');

-- As submitted, only ever read whole; apart, because with it in the row a list of jobs reads ten times as many pages.
CREATE TABLE job_document (
    job_id INTEGER PRIMARY KEY REFERENCES job (id) ON DELETE CASCADE,
    document TEXT NOT NULL
);

CREATE TABLE job_dependency (
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    depends_on_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    PRIMARY KEY (job_id, depends_on_id)
) WITHOUT ROWID;
CREATE INDEX job_dependency_by_source ON job_dependency (depends_on_id);

-- What a job was given, resolved: a literal's text, or the absolute path it reads.
CREATE TABLE job_input (
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '', -- where it came from: "azureml:wine:1", "split.train"
    PRIMARY KEY (job_id, name)
) WITHOUT ROWID;

CREATE TABLE job_output (
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT NOT NULL,
    path TEXT NOT NULL,
    asset_name TEXT NOT NULL DEFAULT '',
    asset_version TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (job_id, name)
) WITHOUT ROWID;

-- One start of one job.
CREATE TABLE attempt (
    uuid TEXT PRIMARY KEY,
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('Intended', 'Running', 'Ended', 'Lost')),
    token_hash BLOB NOT NULL,                -- of the token that may write this run while the attempt lasts
    cores INTEGER NOT NULL DEFAULT 1,
    created_ms INTEGER NOT NULL,
    started_ms INTEGER,
    ended_ms INTEGER,
    exit_code INTEGER,
    signal INTEGER,
    reason TEXT NOT NULL DEFAULT '',
    cpu_ms INTEGER,
    peak_memory_kib INTEGER,                 -- proportional set size of the whole process tree
    duration_ms INTEGER,
    UNIQUE (job_id, number)
) WITHOUT ROWID;
CREATE INDEX attempt_open ON attempt (job_id) WHERE state IN ('Intended', 'Running');
CREATE UNIQUE INDEX attempt_by_token ON attempt (token_hash);

CREATE TABLE step_cache (
    cache_key TEXT PRIMARY KEY,
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE tag (
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (job_id, key)
) WITHOUT ROWID;
CREATE INDEX tag_by_key ON tag (key, value);

CREATE TABLE parameter (
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (job_id, key)
) WITHOUT ROWID;
CREATE INDEX parameter_by_key ON parameter (key, value);

CREATE TABLE metric_key (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- The order of the rows is the order of arrival. NaN is kept as NULL, infinities as SQLite keeps them.
CREATE TABLE metric (
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    key_id INTEGER NOT NULL REFERENCES metric_key (id),
    step INTEGER NOT NULL,
    time_ms INTEGER NOT NULL,
    value REAL
);
CREATE INDEX metric_by_series ON metric (job_id, key_id, step, time_ms);

CREATE TABLE latest_metric (
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    key_id INTEGER NOT NULL REFERENCES metric_key (id),
    step INTEGER NOT NULL,
    time_ms INTEGER NOT NULL,
    value REAL,
    PRIMARY KEY (job_id, key_id)
) WITHOUT ROWID;
CREATE INDEX latest_metric_by_value ON latest_metric (key_id, value);

CREATE TABLE dataset (
    id INTEGER PRIMARY KEY,
    experiment_id INTEGER NOT NULL REFERENCES experiment (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    source_type TEXT NOT NULL,
    source TEXT NOT NULL,
    schema TEXT NOT NULL DEFAULT '',
    profile TEXT NOT NULL DEFAULT '',
    UNIQUE (experiment_id, name, digest)
);

CREATE TABLE dataset_input (
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    dataset_id INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    PRIMARY KEY (job_id, dataset_id)
) WITHOUT ROWID;
CREATE INDEX dataset_input_by_dataset ON dataset_input (dataset_id);

CREATE TABLE dataset_input_tag (
    job_id INTEGER NOT NULL,
    dataset_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (job_id, dataset_id, key),
    FOREIGN KEY (job_id, dataset_id) REFERENCES dataset_input (job_id, dataset_id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE data_asset (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    type TEXT NOT NULL,
    path TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    created_ms INTEGER NOT NULL,
    UNIQUE (name, version)
);
CREATE INDEX data_asset_by_created ON data_asset (created_ms, id);

CREATE TABLE data_asset_tag (
    asset_id INTEGER NOT NULL REFERENCES data_asset (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (asset_id, key)
) WITHOUT ROWID;

-- What changed, in order: clients name the last sequence that they saw and get what came after.
CREATE TABLE change (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,  -- job, experiment, data
    name TEXT NOT NULL,
    what TEXT NOT NULL,  -- created, status, metrics, parameters, tags, inputs, deleted
    time_ms INTEGER NOT NULL
);

-- Answers of actions that a client may repeat because it never saw the first answer.
CREATE TABLE idempotency (
    key TEXT PRIMARY KEY,
    request_digest TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    time_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX idempotency_by_time ON idempotency (time_ms);
