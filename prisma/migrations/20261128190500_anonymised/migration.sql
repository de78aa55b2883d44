-- AlterTable
ALTER TABLE "Session" ADD COLUMN "anonymisedAt" TIMESTAMPTZ(3);
