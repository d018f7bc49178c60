-- Hasura's state: {"migrations": {"default": {"1620138136207": false}}}, where true is dirty.
SELECT migration.key,
       migration.key AS name,
       CASE WHEN migration.value = 'true' THEN 'failed' ELSE 'applied' END AS state
FROM %1$s v
CROSS JOIN pg_catalog.jsonb_each(v.cli_state -> 'migrations') AS source
CROSS JOIN pg_catalog.jsonb_each_text(source.value) AS migration
ORDER BY migration.key::pg_catalog.numeric
