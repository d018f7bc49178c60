-- Comments on what was made in this database, as the statements that make them; and the name of an extension whose comment is not the one that it
-- brings along.
SELECT i.identity,
       pg_catalog.format('COMMENT ON %s %s IS %L',
         CASE i.type
           WHEN 'table column' THEN 'COLUMN'
           WHEN 'view column' THEN 'COLUMN'
           WHEN 'materialized view column' THEN 'COLUMN'
           WHEN 'foreign table column' THEN 'COLUMN'
           WHEN 'composite type column' THEN 'COLUMN'
           WHEN 'table constraint' THEN 'CONSTRAINT'
           WHEN 'domain constraint' THEN 'CONSTRAINT'
           WHEN 'statistics object' THEN 'STATISTICS'
           WHEN 'foreign-data wrapper' THEN 'FOREIGN DATA WRAPPER'
           ELSE pg_catalog.upper(i.type)
         END, CASE i.type
           WHEN 'aggregate' THEN pg_catalog.regexp_replace(i.identity, '\(\)$', '(*)')
           WHEN 'domain constraint' THEN (
             SELECT pg_catalog.format('%I ON DOMAIN %s', k.conname, k.contypid::pg_catalog.regtype)
             FROM pg_catalog.pg_constraint k
             WHERE k.oid = d.objoid)
           WHEN 'transform' THEN pg_catalog.replace(i.identity, ' on language ', ' language ')
           ELSE i.identity
         END, d.description),
       (
         SELECT x.extname
         FROM pg_catalog.pg_extension x
         JOIN pg_catalog.pg_available_extensions() a ON a.name = x.extname
         WHERE i.type = 'extension'
           AND x.oid = d.objoid
           AND a.comment <> d.description
         LIMIT 1)
FROM pg_catalog.pg_description d
CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) i
WHERE (d.objoid >= 16384 OR i.identity = 'public')  -- FirstNormalObjectId: what is below came with the server
  AND d.description <> 'standard public schema'
  AND i.type IN ('table', 'view', 'materialized view', 'foreign table', 'table column', 'view column', 'materialized view column',
                 'foreign table column', 'composite type column', 'table constraint', 'domain constraint', 'index', 'sequence', 'type', 'domain', 'function', 'procedure', 'aggregate',
                 'trigger', 'policy', 'rule', 'schema', 'event trigger', 'publication', 'statistics object',
                 'operator', 'cast', 'extension', 'collation',
                 'foreign-data wrapper', 'server', 'text search parser', 'text search template', 'text search dictionary',
                 'text search configuration', 'operator family', 'operator class', 'conversion', 'language', 'access method',
                 'transform')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend e
    WHERE e.classid = d.classoid
      AND e.objid = d.objoid
      AND e.deptype = 'e')
