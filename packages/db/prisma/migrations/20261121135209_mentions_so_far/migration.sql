-- What: whom the messages so far call. Reads "Message" once, without a lock that writers feel.
-- Old and new code both run during it: yes.
-- Roll back: DELETE FROM "Mention".

INSERT INTO "Mention" (id, "messageId", "channelId", "userId", "authorId", seq, "createdAt")
SELECT gen_random_uuid(), m.id, m."channelId", called."userId", m."authorId", m.seq, m."createdAt"
FROM "Message" m
JOIN "Channel" c ON c.id = m."channelId"
CROSS JOIN LATERAL (
  SELECT w."userId"
  FROM (SELECT DISTINCT found[1]::uuid AS id
        FROM regexp_matches(m.body, '<@([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})>', 'g') found) named
  JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = named.id
  UNION ALL
  SELECT NULL WHERE m.body LIKE '%<!channel>%' OR m.body LIKE '%<!here>%'
) called
WHERE (m.body LIKE '%<@%' OR m.body LIKE '%<!%') AND m."deletedAt" IS NULL AND m.kind = 'USER'
ON CONFLICT DO NOTHING;
