-- Kysely's records; timestamp is a text, ISO 8601.
SELECT name AS key, name, timestamp AS applied_at, 'applied' AS state
FROM %1$s
ORDER BY timestamp, name
