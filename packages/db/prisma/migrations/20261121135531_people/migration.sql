-- What: conversations of people (keys, what is hidden), blocks, sections, read marks, privacy and notification settings.
-- Old and new code both run during it: yes, old code knows nothing of them. New columns are null or have constant defaults,
--   so nothing is rewritten; foreign keys stand on new, empty tables alone.
-- Roll back: DROP TABLE "Block", "ChannelSection", "ReadMark", "NotificationSetting"; then
--   ALTER TABLE "Channel" DROP COLUMN "directKey"; ALTER TABLE "ChannelMember" DROP COLUMN "hiddenSeq";
--   ALTER TABLE "Member" DROP COLUMN "sectionsVersion"; ALTER TABLE "User" DROP COLUMN "presenceSharing", DROP COLUMN "readReceipts";
--   DROP TYPE "PresenceSharing". Before it, delete the rows of "Channel" with a "directKey": old code cannot open them.

-- CreateEnum
CREATE TYPE "PresenceSharing" AS ENUM ('EVERYONE', 'CONTACTS', 'NOBODY');

-- AlterTable
ALTER TABLE "Channel" ADD COLUMN     "directKey" TEXT;

-- AlterTable
ALTER TABLE "ChannelMember" ADD COLUMN     "hiddenSeq" INTEGER;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "sectionsVersion" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "presenceSharing" "PresenceSharing" NOT NULL DEFAULT 'EVERYONE',
ADD COLUMN     "readReceipts" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "Block" (
    "blockerId" UUID NOT NULL,
    "blockedId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Block_pkey" PRIMARY KEY ("blockerId","blockedId")
);

-- CreateTable
CREATE TABLE "ChannelSection" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "channelIds" UUID[],
    "collapsed" BOOLEAN NOT NULL DEFAULT false,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ChannelSection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadMark" (
    "channelId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReadMark_pkey" PRIMARY KEY ("channelId","userId","seq")
);

-- CreateTable
CREATE TABLE "NotificationSetting" (
    "userId" UUID NOT NULL,
    "dndUntil" TIMESTAMPTZ(3),
    "schedule" JSONB,
    "keywords" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NotificationSetting_pkey" PRIMARY KEY ("userId")
);

-- CreateIndex
CREATE INDEX "Block_blockedId_idx" ON "Block"("blockedId");

-- CreateIndex
CREATE INDEX "ChannelSection_userId_workspaceId_idx" ON "ChannelSection"("userId", "workspaceId");

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_blockerId_fkey" FOREIGN KEY ("blockerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_blockedId_fkey" FOREIGN KEY ("blockedId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelSection" ADD CONSTRAINT "ChannelSection_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationSetting" ADD CONSTRAINT "NotificationSetting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
