-- The versions that Rails and dbmate keep, and nothing beside them.
SELECT version AS key, version AS name, 'applied' AS state
FROM %1$s
ORDER BY version
