-- What: the index of words. Roll back: DROP INDEX CONCURRENTLY "Message_words_idx". Old code runs during it and after it.
CREATE INDEX CONCURRENTLY "Message_words_idx" ON "Message" USING gin (message_vector(message_fold(body), body)) WITH (gin_pending_list_limit = 1024);
