-- What: the timeline's own index: messages that are no replies, and replies that the channel shows too.
-- Old and new code both run during it: yes.
-- Roll back: DROP INDEX CONCURRENTLY "Message_timeline_idx"; an INVALID one left by a failed build is dropped the same way, then this runs again.

CREATE INDEX CONCURRENTLY "Message_timeline_idx" ON "Message"("channelId", "seq") WHERE (("parentId" IS NULL) OR "alsoToChannel");
