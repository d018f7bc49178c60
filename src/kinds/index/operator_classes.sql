-- Operator classes, and which of them an index definition need not name.
SELECT o.oid, o.opcname, o.opcdefault
FROM pg_catalog.pg_opclass o
