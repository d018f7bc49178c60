-- Drizzle's records up to 0.45: created_at is the journal's `when`, in milliseconds.
SELECT created_at::pg_catalog.text AS key, created_at::pg_catalog.text AS name, hash AS checksum, 'applied' AS state
FROM %1$s
ORDER BY created_at, id
