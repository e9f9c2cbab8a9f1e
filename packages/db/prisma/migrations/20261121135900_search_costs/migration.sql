-- What: tells the planner what the text forms of search cost, so that it looks into the indexes and not at each message.
-- Old and new code both run during it: yes. Roll back: the same with COST 100.
ALTER FUNCTION message_fold(text) COST 500;
ALTER FUNCTION message_vector(text, text) COST 8000;
ALTER FUNCTION message_grams(text) COST 300;
