-- The names that Sequelize keeps, and nothing beside them.
SELECT name AS key, name, 'applied' AS state
FROM %1$s
ORDER BY name
