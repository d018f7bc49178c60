-- The one transaction in which a scratch server is asked. It is always rolled back.
BEGIN ISOLATION LEVEL READ COMMITTED
