-- What a server has, a line each: "OBJECT owner ROLE", "OBJECT ROLE RIGHT" and "OBJECT ROLE RIGHT with grant option"; an owner's own
-- rights left out. Written apart from pgplumb's own queries, by which it is not to be judged.
WITH object (name, is_member, owner, acl, builtin) AS (
  SELECT c.oid::regclass::text, false, c.relowner, c.relacl, NULL::aclitem[]
  FROM pg_class c
  WHERE c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relkind IN ('r', 'v', 'm', 'S')
  UNION ALL
  SELECT c.oid::regclass::text || '.' || a.attname, true, c.relowner, a.attacl, NULL
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE a.attacl IS NOT NULL AND c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
  UNION ALL
  SELECT 'schema ' || n.nspname, false, n.nspowner, n.nspacl, NULL
  FROM pg_namespace n
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  UNION ALL
  SELECT p.oid::regprocedure::text, false, p.proowner, p.proacl, acldefault('f', p.proowner)
  FROM pg_proc p
  WHERE p.pronamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')
  UNION ALL
  SELECT 'type ' || t.oid::regtype::text, false, t.typowner, t.typacl, acldefault('T', t.typowner)
  FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
  WHERE t.typnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
    AND (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c')
  UNION ALL
  SELECT 'language ' || l.lanname, false, l.lanowner, l.lanacl, acldefault('l', l.lanowner) FROM pg_language l WHERE l.oid >= 16384
  UNION ALL
  SELECT 'foreign data wrapper ' || w.fdwname, false, w.fdwowner, w.fdwacl, NULL FROM pg_foreign_data_wrapper w
  UNION ALL
  SELECT 'foreign server ' || s.srvname, false, s.srvowner, s.srvacl, NULL FROM pg_foreign_server s
  UNION ALL
  SELECT 'default ' || pg_get_userbyid(d.defaclrole) || ' ' || coalesce(n.nspname, '') || ' ' || d.defaclobjtype::text, false, d.defaclrole, d.defaclacl, NULL
  FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
)
SELECT o.name || ' owner ' || pg_get_userbyid(o.owner)
FROM object o
WHERE NOT o.is_member
UNION ALL
SELECT o.name || ' ' || CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee) END || ' ' || lower(g.privilege_type)
       || CASE WHEN g.is_grantable THEN ' with grant option' ELSE '' END
FROM object o CROSS JOIN LATERAL aclexplode(coalesce(o.acl, o.builtin)) g
WHERE g.grantee <> o.owner
ORDER BY 1
