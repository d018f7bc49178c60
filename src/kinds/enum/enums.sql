-- Enums with their values in order; one row without a value for an enum that has none. $1: oids of schemas.
SELECT t.oid, t.typnamespace, t.typname, e.enumlabel
FROM pg_catalog.pg_type t
LEFT JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid
WHERE t.typtype = 'e'
  AND t.typnamespace = ANY ($1::pg_catalog.oid[])
  AND t.oid NOT IN (
    SELECT d.objid
    FROM pg_catalog.pg_depend d
    WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
      AND d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
      AND d.deptype = 'e')
ORDER BY t.oid, e.enumsortorder
