-- Schemas, relations and types that belong to an extension, by name.
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
