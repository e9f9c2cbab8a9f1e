-- What: the index of words, of the messages that search holds in its indexes.
-- Roll back: DROP INDEX CONCURRENTLY "Message_search_words_idx". Old code runs during it and after it: "Message_words_idx" still stands.
CREATE INDEX CONCURRENTLY "Message_search_words_idx" ON "Message" USING gin (message_vector(message_fold(body), body)) WITH (gin_pending_list_limit = 1024) WHERE "searchIndexed";
