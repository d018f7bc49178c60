-- Sqitch's changes as they are deployed now.
SELECT change AS key, change AS name, script_hash AS checksum, pg_catalog.to_char(committed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at, 'applied' AS state
FROM %1$s
ORDER BY committed_at
