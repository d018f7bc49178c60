-- Who owns what was made in this database, and what is granted on it, as the statements that say so, those of owners first. An owner's own
-- rights are left out; so is, before PostgreSQL 15, that initdb let everybody make things in the schema public. $1: oids of schemas.
WITH object (class, oid, part, sort, owner, acl) AS (
  SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, '', CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.relowner, c.relacl
  FROM pg_catalog.pg_class c
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    AND c.relnamespace = ANY ($1::pg_catalog.oid[])
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
    AND (t.typtype IN ('d', 'e', 'r') OR (t.typtype = 'c' AND c.relkind = 'c')
         OR ((t.typtype = 'b' OR NOT t.typisdefined) AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid)))
  UNION ALL  -- what can be owned, and not granted
  SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass, o.oid, '', '', o.oprowner, NULL
  FROM pg_catalog.pg_operator o
  WHERE o.oprnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_collation'::pg_catalog.regclass, l.oid, '', '', l.collowner, NULL
  FROM pg_catalog.pg_collation l
  WHERE l.collnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, x.oid, '', '', x.dictowner, NULL
  FROM pg_catalog.pg_ts_dict x
  WHERE x.dictnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass, x.oid, '', '', x.cfgowner, NULL
  FROM pg_catalog.pg_ts_config x
  WHERE x.cfgnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_opfamily'::pg_catalog.regclass, x.oid, '', '', x.opfowner, NULL
  FROM pg_catalog.pg_opfamily x
  WHERE x.opfnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_opclass'::pg_catalog.regclass, x.oid, '', '', x.opcowner, NULL
  FROM pg_catalog.pg_opclass x
  WHERE x.opcnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_conversion'::pg_catalog.regclass, x.oid, '', '', x.conowner, NULL
  FROM pg_catalog.pg_conversion x
  WHERE x.connamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_language'::pg_catalog.regclass, x.oid, '', 'LANGUAGE', x.lanowner,
         coalesce(x.lanacl, pg_catalog.acldefault('l', x.lanowner))
  FROM pg_catalog.pg_language x
  WHERE x.oid >= 16384
  UNION ALL
  SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, x.oid, '', 'FOREIGN DATA WRAPPER', x.fdwowner, x.fdwacl
  FROM pg_catalog.pg_foreign_data_wrapper x
  UNION ALL
  SELECT 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, x.oid, '', 'FOREIGN SERVER', x.srvowner, x.srvacl
  FROM pg_catalog.pg_foreign_server x
  UNION ALL
  SELECT 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass, s.oid, '', '', s.stxowner, NULL
  FROM pg_catalog.pg_statistic_ext s
  WHERE s.stxnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, e.oid, '', '', e.evtowner, NULL FROM pg_catalog.pg_event_trigger e
  UNION ALL
  SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid, '', '', p.pubowner, NULL FROM pg_catalog.pg_publication p
), named AS (
  SELECT o.*, i.identity, CASE i.type WHEN 'statistics object' THEN 'STATISTICS' ELSE pg_catalog.upper(pg_catalog.replace(i.type, '-', ' ')) END AS type
  FROM object o
  CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.class, o.oid, 0) i
  WHERE NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = o.class
      AND d.objid = o.oid
      -- What a range type comes with is part of it.
      AND (d.deptype = 'e' OR (d.deptype = 'i' AND o.class = 'pg_catalog.pg_proc'::pg_catalog.regclass)))
)
SELECT 'owner' AS what,
       n.identity,
       pg_catalog.format('ALTER %s %s OWNER TO %I', n.type, n.identity, pg_catalog.pg_get_userbyid(n.owner))
FROM named n
WHERE n.part = ''
UNION ALL
SELECT 'privileges',
       n.identity,
       pg_catalog.format('GRANT %s ON %s %s TO %s%s', pg_catalog.string_agg(DISTINCT g.privilege_type || n.part, ', '), n.sort, n.identity,
                         CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(r.rolname) END,
                         CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' END)
FROM named n
CROSS JOIN LATERAL pg_catalog.aclexplode(n.acl) g
LEFT JOIN pg_catalog.pg_roles r ON r.oid = g.grantee
WHERE g.grantee <> n.owner
  AND NOT (n.identity = 'public' AND n.sort = 'SCHEMA' AND g.grantee = 0 AND g.privilege_type = 'CREATE'
           AND pg_catalog.current_setting('server_version_num')::pg_catalog.int4 < 150000)
GROUP BY n.class, n.oid, n.sort, n.part, n.identity, g.grantee, r.rolname, g.is_grantable
ORDER BY what
