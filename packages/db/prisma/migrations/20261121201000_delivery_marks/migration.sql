-- What: up to where messages came to a device of somebody's in a conversation of two: a small table of its own. Its rows are
--   moved on in place and hold nothing indexed but their key: room is left on each page, so that no index is written for it.
-- Old and new code both run during it: yes, old code knows nothing of it. The foreign key stands on a new, empty table.
-- Roll back: DROP TABLE "DeliveryMark". What was delivered is not told then, and nothing else is missing.

-- CreateTable
CREATE TABLE "DeliveryMark" (
    "channelId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeliveryMark_pkey" PRIMARY KEY ("channelId","userId")
) WITH (fillfactor = 80);

-- AddForeignKey
ALTER TABLE "DeliveryMark" ADD CONSTRAINT "DeliveryMark_channelId_userId_fkey" FOREIGN KEY ("channelId", "userId") REFERENCES "ChannelMember"("channelId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
