-- Row security policies, as the statements that make them. $1: oids of schemas, $2: oids of relations that another session has
-- locked.
SELECT p.polrelid,
       p.polname,
       CASE
         WHEN c.oid <> ALL ($2::pg_catalog.oid[])
         THEN pg_catalog.format('CREATE POLICY %I ON %I.%I AS %s FOR %s TO %s', p.polname, n.nspname, c.relname,
                CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
                CASE
                  WHEN 0 = ANY (p.polroles)
                  THEN 'PUBLIC'
                  ELSE (
                    SELECT pg_catalog.string_agg(pg_catalog.quote_ident(r.rolname), ', ')
                    FROM pg_catalog.pg_roles r
                    WHERE r.oid = ANY (p.polroles))
                END)
              || CASE WHEN p.polqual IS NULL THEN '' ELSE ' USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')' END
              || CASE
                   WHEN p.polwithcheck IS NULL THEN ''
                   ELSE ' WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')'
                 END
       END
FROM pg_catalog.pg_policy p
JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relnamespace = ANY ($1::pg_catalog.oid[])
