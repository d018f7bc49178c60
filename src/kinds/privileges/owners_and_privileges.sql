-- What is granted on what was made in this database, as the statements that grant it; an owner's own rights left out. Before
-- PostgreSQL 15 initdb let everybody make things in the schema public: that is left out too. $1: oids of schemas.
WITH object (class, oid, part, sort, owner, acl) AS (
  SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, '', CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.relowner, c.relacl
  FROM pg_catalog.pg_class c
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    AND c.relnamespace = ANY ($1::pg_catalog.oid[])
    AND NOT c.relispartition
    AND NOT EXISTS (  -- a sequence of a partition
      SELECT
      FROM pg_catalog.pg_depend d
      JOIN pg_catalog.pg_class t ON t.oid = d.refobjid AND t.relispartition
      WHERE c.relkind = 'S'
        AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.objid = c.oid
        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.deptype IN ('a', 'i'))
  UNION ALL
  SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, pg_catalog.format(' (%I)', a.attname), 'TABLE', c.relowner, a.attacl
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  WHERE a.attacl IS NOT NULL
    AND a.attnum > 0
    AND NOT a.attisdropped
    AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    AND c.relnamespace = ANY ($1::pg_catalog.oid[])
    AND NOT c.relispartition
  UNION ALL
  SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid, '', 'SCHEMA', n.nspowner, n.nspacl
  FROM pg_catalog.pg_namespace n
  WHERE n.oid = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, '', 'ROUTINE', p.proowner,
         coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))
  FROM pg_catalog.pg_proc p
  WHERE p.pronamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, '', 'TYPE', t.typowner,
         coalesce(t.typacl, pg_catalog.acldefault('T', t.typowner))
  FROM pg_catalog.pg_type t
  LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
  WHERE t.typnamespace = ANY ($1::pg_catalog.oid[])
    AND (t.typtype IN ('d', 'e', 'r') OR (t.typtype = 'c' AND c.relkind = 'c'))
)
SELECT i.identity,
       pg_catalog.format('GRANT %s ON %s %s TO %s%s', pg_catalog.string_agg(DISTINCT g.privilege_type || o.part, ', '), o.sort, i.identity,
                         CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(r.rolname) END,
                         CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' END)
FROM object o
CROSS JOIN LATERAL pg_catalog.aclexplode(o.acl) g
CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.class, o.oid, 0) i
LEFT JOIN pg_catalog.pg_roles r ON r.oid = g.grantee
WHERE g.grantee <> o.owner
  AND NOT (i.identity = 'public' AND o.sort = 'SCHEMA' AND g.grantee = 0 AND g.privilege_type = 'CREATE'
           AND pg_catalog.current_setting('server_version_num')::pg_catalog.int4 < 150000)
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = o.class
      AND d.objid = o.oid
      -- What a range type comes with is part of it.
      AND (d.deptype = 'e' OR (d.deptype = 'i' AND o.class = 'pg_catalog.pg_proc'::pg_catalog.regclass)))
GROUP BY o.class, o.oid, o.sort, o.part, i.identity, g.grantee, r.rolname, g.is_grantable
