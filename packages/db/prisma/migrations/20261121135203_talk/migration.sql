-- What: threads, reactions, pins, mentions and system messages: columns with constant defaults (no table is rewritten), and new
--   tables.
-- Old and new code both run during it: yes. Old code leaves the new columns at their defaults.
-- Roll back: drop the tables "Reaction", "Mention", "ThreadFollow", "Emoji" and the columns added here. What they say is lost.

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "activityReadAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "alsoToChannel" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "deletedById" UUID,
ADD COLUMN     "editSeq" INTEGER,
ADD COLUMN     "lastReplyAt" TIMESTAMPTZ(3),
ADD COLUMN     "parentId" UUID,
ADD COLUMN     "participantIds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "pinnedAt" TIMESTAMPTZ(3),
ADD COLUMN     "pinnedById" UUID,
ADD COLUMN     "replyCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "system" JSONB;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "pinLimit" INTEGER NOT NULL DEFAULT 100;

-- CreateTable
CREATE TABLE "Reaction" (
    "messageId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "emoji" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("messageId","emoji","userId")
);

-- CreateTable
CREATE TABLE "Mention" (
    "id" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "userId" UUID,
    "authorId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "parentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadFollow" (
    "parentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "following" BOOLEAN NOT NULL DEFAULT true,
    "lastReadSeq" INTEGER NOT NULL,
    "sinceSeq" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ThreadFollow_pkey" PRIMARY KEY ("parentId","userId")
);

-- CreateTable
CREATE TABLE "Emoji" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "aliasOf" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Emoji_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Reaction_authorId_createdAt_idx" ON "Reaction"("authorId", "createdAt");

-- CreateIndex
CREATE INDEX "Mention_userId_createdAt_idx" ON "Mention"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Mention_reply_idx" ON "Mention"("userId", "channelId", "seq") WHERE ("parentId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Mention_everyone_idx" ON "Mention"("channelId", "createdAt") WHERE ("userId" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "Mention_messageId_userId_key" ON "Mention"("messageId", "userId");

-- CreateIndex
CREATE INDEX "ThreadFollow_userId_channelId_idx" ON "ThreadFollow"("userId", "channelId");

-- CreateIndex
CREATE UNIQUE INDEX "Emoji_workspaceId_name_key" ON "Emoji"("workspaceId", "name");

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadFollow" ADD CONSTRAINT "ThreadFollow_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadFollow" ADD CONSTRAINT "ThreadFollow_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Emoji" ADD CONSTRAINT "Emoji_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
