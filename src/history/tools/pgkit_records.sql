-- pgkit's records: it keeps the contents themselves.
SELECT name AS key, name, content AS checksum, pg_catalog.to_char(date, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at, 'applied' AS state
FROM %1$s
ORDER BY name
