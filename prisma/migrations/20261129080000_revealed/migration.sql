-- AlterTable
ALTER TABLE "Challenge" ADD COLUMN "revealed" BOOLEAN NOT NULL DEFAULT false;

-- Which ones were: the entry that closed a challenge is its reveal or its cancellation, and is found by its key.
UPDATE "Challenge" SET "revealed" = true
FROM "Entry"
WHERE "Entry"."sessionId" = "Challenge"."sessionId"
  AND "Entry"."seq" = "Challenge"."closedSeq"
  AND "Entry"."kind" = 'challenge.reveal';
