-- What: drafts, saved messages and scheduled messages: new tables, nothing that is there is touched.
-- Old and new code both run during it: yes, old code knows nothing of them.
-- Roll back: DROP TABLE "Draft", "SavedMessage", "ScheduledMessage";

-- CreateTable
CREATE TABLE "Draft" (
    "userId" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "parentId" UUID,
    "body" TEXT NOT NULL,
    "fileIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "version" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("userId","placeId")
);

-- CreateTable
CREATE TABLE "SavedMessage" (
    "userId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "remindAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SavedMessage_pkey" PRIMARY KEY ("userId","messageId")
);

-- CreateTable
CREATE TABLE "ScheduledMessage" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "parentId" UUID,
    "body" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "sendAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "ScheduledMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Draft_channelId_idx" ON "Draft"("channelId");

-- CreateIndex
CREATE INDEX "SavedMessage_messageId_idx" ON "SavedMessage"("messageId");

-- CreateIndex
CREATE INDEX "SavedMessage_remindAt_idx" ON "SavedMessage"("remindAt") WHERE ("remindAt" IS NOT NULL AND "remindedAt" IS NULL);

-- CreateIndex
CREATE INDEX "ScheduledMessage_channelId_idx" ON "ScheduledMessage"("channelId");

-- CreateIndex
CREATE INDEX "ScheduledMessage_sendAt_idx" ON "ScheduledMessage"("sendAt") WHERE ("sentAt" IS NULL AND failure IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "ScheduledMessage_userId_nonce_key" ON "ScheduledMessage"("userId", "nonce");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedMessage" ADD CONSTRAINT "SavedMessage_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedMessage" ADD CONSTRAINT "SavedMessage_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduledMessage" ADD CONSTRAINT "ScheduledMessage_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduledMessage" ADD CONSTRAINT "ScheduledMessage_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;
