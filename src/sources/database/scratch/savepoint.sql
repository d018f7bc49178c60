-- What is made for one expression is undone before the next.
SAVEPOINT pgplumb_trial
