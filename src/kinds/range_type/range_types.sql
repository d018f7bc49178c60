-- Range types, as the statements that make them; a default operator class is left out. Until PostgreSQL 13, which has
-- no multiranges, the column of that name is the one of until_13. $1: oids of schemas.
SELECT t.typname,
       pg_catalog.format('CREATE TYPE %I.%I AS RANGE (', n.nspname, t.typname)
       || pg_catalog.concat_ws(', ',
            'subtype = ' || pg_catalog.format_type(r.rngsubtype, NULL),
            'subtype_opclass = ' || CASE WHEN NOT o.opcdefault THEN pg_catalog.quote_ident(o.opcname) END,
            'collation = ' || CASE WHEN r.rngcollation <> sub.typcollation THEN pg_catalog.quote_ident(l.collname) END,
            'canonical = ' || nullif(r.rngcanonical::pg_catalog.oid, 0)::pg_catalog.regproc,
            'multirange_type_name = ' || pg_catalog.quote_ident(mn.nspname) || '.' || pg_catalog.quote_ident(m.typname),
            'subtype_diff = ' || nullif(r.rngsubdiff::pg_catalog.oid, 0)::pg_catalog.regproc)
       || ')',
       t.typnamespace,
       m.typname IS NULL
FROM (SELECT 0::pg_catalog.oid AS rngmultitypid) until_13
CROSS JOIN pg_catalog.pg_type t
CROSS JOIN LATERAL (SELECT p.*, rngmultitypid AS multirange FROM pg_catalog.pg_range p WHERE p.rngtypid = t.oid) r
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
JOIN pg_catalog.pg_type sub ON sub.oid = r.rngsubtype
JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
LEFT JOIN pg_catalog.pg_type m ON m.oid = r.multirange
LEFT JOIN pg_catalog.pg_namespace mn ON mn.oid = m.typnamespace
LEFT JOIN pg_catalog.pg_collation l ON l.oid = r.rngcollation
WHERE t.typtype = 'r'
  AND t.typnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
      AND d.objid = t.oid
      AND d.deptype = 'e')
