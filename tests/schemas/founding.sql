CREATE TABLE run (
  id TEXT PRIMARY KEY,
  device TEXT NOT NULL,
  purpose TEXT NOT NULL,
  plan TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  extra TEXT
) STRICT;
CREATE TABLE attempt (
  id TEXT PRIMARY KEY,
  run TEXT NOT NULL,
  scenario TEXT NOT NULL,
  step TEXT NOT NULL,
  part TEXT NOT NULL,
  parent TEXT,
  criterion TEXT,
  register TEXT,
  submitted_at INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  active_ms INTEGER NOT NULL,
  hints INTEGER NOT NULL,
  template INTEGER NOT NULL,
  timed_out INTEGER NOT NULL,
  scheduled INTEGER NOT NULL,
  engine TEXT NOT NULL,
  rubric TEXT NOT NULL,
  score REAL NOT NULL,
  verdict INTEGER NOT NULL CHECK (verdict BETWEEN 1 AND 4),
  structure REAL,
  communication REAL,
  extra TEXT,
  answer TEXT NOT NULL,
  card TEXT NOT NULL
) STRICT;
CREATE TABLE event (
  id TEXT PRIMARY KEY,
  run TEXT,
  attempt TEXT,
  scenario TEXT,
  step TEXT,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  active_ms INTEGER NOT NULL,
  data TEXT NOT NULL,
  extra TEXT
) STRICT;
CREATE TABLE other (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  line TEXT NOT NULL
) STRICT;
CREATE INDEX attempt_by_step ON attempt(scenario, step, submitted_at, id);
CREATE INDEX attempt_by_run ON attempt(run);
CREATE INDEX attempt_by_time ON attempt(submitted_at, id);
CREATE INDEX event_by_run ON event(run, at, id);
CREATE INDEX event_by_attempt ON event(attempt);
CREATE INDEX event_by_kind ON event(kind, at, id);
CREATE TRIGGER run_is_final BEFORE UPDATE ON run BEGIN SELECT RAISE(ABORT, 'runs are append-only'); END;
CREATE TRIGGER run_stays BEFORE DELETE ON run BEGIN SELECT RAISE(ABORT, 'runs are append-only'); END;
CREATE TRIGGER attempt_is_final BEFORE UPDATE ON attempt BEGIN SELECT RAISE(ABORT, 'attempts are append-only'); END;
CREATE TRIGGER attempt_stays BEFORE DELETE ON attempt BEGIN SELECT RAISE(ABORT, 'attempts are append-only'); END;
CREATE TRIGGER event_is_final BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER other_is_final BEFORE UPDATE ON other BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
CREATE TRIGGER other_stays BEFORE DELETE ON other BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;

CREATE TABLE draft (
  run TEXT NOT NULL,
  scenario TEXT NOT NULL,
  step TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  caret INTEGER NOT NULL,
  active_ms INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (run, step, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
