-- What: the pinned messages of a channel, the latest last.
-- Old and new code both run during it: yes.
-- Roll back: DROP INDEX CONCURRENTLY "Message_pinned_idx".

CREATE INDEX CONCURRENTLY "Message_pinned_idx" ON "Message"("channelId", "pinnedAt") WHERE ("pinnedAt" IS NOT NULL);
