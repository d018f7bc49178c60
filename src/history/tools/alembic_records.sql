-- Alembic's heads: all that leads to them counts as applied.
SELECT version_num AS key, version_num AS name, 'applied' AS state, TRUE AS covers_earlier
FROM %1$s
ORDER BY version_num
