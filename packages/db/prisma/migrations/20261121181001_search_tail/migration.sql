-- What: the messages that the indexes of search do not hold yet, oldest first.
-- Roll back: DROP INDEX CONCURRENTLY "Message_search_tail_idx". Old code runs during it and after it.
CREATE INDEX CONCURRENTLY "Message_search_tail_idx" ON "Message"("id") WHERE NOT "searchIndexed";
