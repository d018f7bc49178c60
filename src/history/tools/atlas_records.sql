-- Atlas's revisions. type: 1 a baseline, 2 executed, 4 resolved by hand.
SELECT version AS key,
       version || COALESCE('_' || NULLIF(description, ''), '') AS name,
       hash AS checksum,
       pg_catalog.to_char(executed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at,
       CASE WHEN NULLIF(error, '') IS NOT NULL OR applied < total THEN 'failed' ELSE 'applied' END AS state,
       type & 2 = 0 AS only_marked,
       type & 1 <> 0 AS covers_earlier,
       error AS detail
FROM %1$s
WHERE version NOT LIKE '.%%'
ORDER BY executed_at, version
