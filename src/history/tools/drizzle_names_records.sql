-- Drizzle's records from 1.0 on: it runs what is not here by name.
SELECT name AS key, name, hash AS checksum, pg_catalog.to_char(applied_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at, 'applied' AS state
FROM %1$s
ORDER BY id
