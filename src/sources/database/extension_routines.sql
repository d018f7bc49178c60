-- The functions, operators and implicit casts of extensions: schema, name, signature. Types go by their names alone, with an underscore
-- in front of what an array is of, and = behind what a call may leave out.
WITH member AS (
  SELECT d.classid, d.objid
  FROM pg_catalog.pg_depend d
  WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
    AND d.deptype = 'e'
), type AS MATERIALIZED (
  SELECT t.oid, CASE WHEN t.typcategory = 'A' AND e.oid IS NOT NULL THEN '_' || e.typname ELSE t.typname END AS name
  FROM pg_catalog.pg_type t
  LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem
), parameters AS (
  SELECT p.oid, pg_catalog.string_agg(t.name || CASE WHEN u.at > p.pronargs - p.pronargdefaults THEN '=' ELSE '' END, ',' ORDER BY u.at)
         AS names
  FROM member m
  JOIN pg_catalog.pg_proc p ON p.oid = m.objid
  CROSS JOIN pg_catalog.unnest(p.proargtypes) WITH ORDINALITY u(type, at)
  JOIN type t ON t.oid = u.type
  WHERE m.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
  GROUP BY p.oid
)
SELECT n.nspname, p.proname,
       '(' || COALESCE(a.names, '') || CASE WHEN p.provariadic <> 0 THEN '...' ELSE '' END || ') ' || r.name
FROM member m
JOIN pg_catalog.pg_proc p ON p.oid = m.objid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN type r ON r.oid = p.prorettype
LEFT JOIN parameters a ON a.oid = p.oid
WHERE m.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
  AND p.prokind <> 'p'
  AND r.name NOT IN ('internal', 'cstring', 'trigger', 'void', 'language_handler')
  AND COALESCE(a.names, '') !~ 'internal|cstring'  -- what the server alone calls
UNION ALL
SELECT n.nspname, o.oprname, '(' || COALESCE(l.name || ',', '') || r.name || ') ' || f.name
FROM member m
JOIN pg_catalog.pg_operator o ON o.oid = m.objid
JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
LEFT JOIN type l ON l.oid = o.oprleft
JOIN type r ON r.oid = o.oprright
JOIN type f ON f.oid = o.oprresult
WHERE m.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass
UNION ALL
SELECT '', 'cast', '(' || s.name || ') ' || t.name
FROM member m
JOIN pg_catalog.pg_cast c ON c.oid = m.objid
JOIN type s ON s.oid = c.castsource
JOIN type t ON t.oid = c.casttarget
WHERE m.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass
  AND c.castcontext = 'i'
