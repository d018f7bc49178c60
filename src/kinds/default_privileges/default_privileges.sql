-- Default privileges, as the statements that make them; the role's own left out. What is built in for everybody is taken away first
-- where those of no schema do not have it. $1: oids of schemas.
WITH defaults AS (
  SELECT d.oid,
         d.defaclacl AS acl,
         d.defaclrole AS role,
         d.defaclnamespace = 0 AND d.defaclobjtype IN ('f', 'T') AS has_built_in,
         'ALTER DEFAULT PRIVILEGES FOR ROLE ' || pg_catalog.quote_ident(r.rolname)
         || coalesce(' IN SCHEMA ' || pg_catalog.quote_ident(n.nspname), '') AS before,
         o.plural
  FROM pg_catalog.pg_default_acl d
  JOIN pg_catalog.pg_roles r ON r.oid = d.defaclrole
  JOIN (VALUES ('r', 'TABLES'), ('S', 'SEQUENCES'), ('f', 'FUNCTIONS'), ('T', 'TYPES'), ('n', 'SCHEMAS'), ('L', 'LARGE OBJECTS'))
    AS o (letter, plural) ON o.letter = d.defaclobjtype::pg_catalog.text
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace
  WHERE d.defaclnamespace = 0
     OR d.defaclnamespace = ANY ($1::pg_catalog.oid[])
),
statements (oid, step, plural, statement) AS (
  SELECT d.oid, 1, d.plural, pg_catalog.format('%s REVOKE ALL ON %s FROM PUBLIC', d.before, d.plural)
  FROM defaults d
  WHERE d.has_built_in
    AND NOT EXISTS (SELECT FROM pg_catalog.aclexplode(d.acl) g WHERE g.grantee = 0)
  UNION ALL
  SELECT d.oid,
         2,
         d.plural,
         pg_catalog.format('%s GRANT %s ON %s TO %s%s', d.before, pg_catalog.string_agg(DISTINCT g.privilege_type, ', '), d.plural,
                           CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(e.rolname) END,
                           CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' END)
  FROM defaults d
  CROSS JOIN LATERAL pg_catalog.aclexplode(d.acl) g
  LEFT JOIN pg_catalog.pg_roles e ON e.oid = g.grantee
  WHERE g.grantee <> d.role
  GROUP BY d.oid, d.plural, d.before, g.grantee, e.rolname, g.is_grantable
)
SELECT s.plural, s.statement
FROM statements s
ORDER BY s.oid, s.step
