-- golang-migrate's one row: the version that it has come to. All before it count as applied.
SELECT version::pg_catalog.text AS key,
       version::pg_catalog.text AS name,
       CASE WHEN dirty THEN 'failed' ELSE 'applied' END AS state,
       TRUE AS covers_earlier
FROM %1$s
WHERE version >= 0
