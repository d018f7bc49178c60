-- Schemas, relations and types that belong to an extension, by name; and types that are no objects here, so that they resolve: base
-- types, the multiranges of range types, shells.
SELECT COALESCE(n.nspname, c.relname, t.typname)
FROM pg_catalog.pg_depend d
LEFT JOIN pg_catalog.pg_namespace n
  ON d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND n.oid = d.objid
LEFT JOIN pg_catalog.pg_class c
  ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = d.objid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
LEFT JOIN pg_catalog.pg_type t
  ON d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = d.objid AND t.typelem = 0
WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
  AND d.deptype = 'e'
  AND COALESCE(n.nspname, c.relname, t.typname) IS NOT NULL
UNION ALL
SELECT t.typname
FROM pg_catalog.pg_type t
WHERE t.oid >= 16384  -- FirstNormalObjectId: what is below came with the server
  AND t.typelem = 0
  AND (t.typtype IN ('b', 'm') OR NOT t.typisdefined)
