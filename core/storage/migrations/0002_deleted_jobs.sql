-- When a job was deleted, so that it can be removed for good a month later.

ALTER TABLE job ADD COLUMN deleted_ms INTEGER;
UPDATE job SET deleted_ms = CAST(strftime('%s', 'now') AS INTEGER) * 1000 WHERE lifecycle = 'deleted';
CREATE INDEX job_deleted ON job (deleted_ms) WHERE lifecycle = 'deleted';
CREATE INDEX job_by_reused_from ON job (reused_from) WHERE reused_from <> '';
