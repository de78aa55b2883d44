-- CreateTable
CREATE TABLE "Teacher" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Teacher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInToken" (
    "hash" TEXT NOT NULL,
    "teacherId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignInToken_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Classroom" (
    "id" TEXT NOT NULL,
    "teacherId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Classroom_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "classroomId" TEXT NOT NULL,
    "openIn" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "engineVersion" INTEGER NOT NULL,
    "wireVersion" INTEGER NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "sessionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "nickname" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("sessionId","id")
);

-- CreateTable
CREATE TABLE "Entry" (
    "sessionId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT,
    "heap" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSON NOT NULL,
    "outcome" JSON,
    "digest" TEXT NOT NULL,
    "command" TEXT,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("sessionId","seq")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "sessionId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "engineVersion" INTEGER NOT NULL,
    "wireVersion" INTEGER NOT NULL,
    "state" JSON NOT NULL,
    "machine" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("sessionId","seq")
);

-- CreateTable
CREATE TABLE "Challenge" (
    "sessionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "prompt" JSON NOT NULL,
    "solution" JSON,
    "openedSeq" INTEGER NOT NULL,
    "closedSeq" INTEGER,

    CONSTRAINT "Challenge_pkey" PRIMARY KEY ("sessionId","number")
);

-- CreateTable
CREATE TABLE "Answer" (
    "sessionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "memberId" TEXT NOT NULL,
    "value" JSON NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "correct" BOOLEAN,
    "points" INTEGER NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("sessionId","number","memberId")
);

-- CreateTable
CREATE TABLE "Result" (
    "sessionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "correct" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "statements" INTEGER NOT NULL,

    CONSTRAINT "Result_pkey" PRIMARY KEY ("sessionId","memberId")
);

-- CreateIndex
CREATE INDEX "SignInToken_teacherId_idx" ON "SignInToken"("teacherId");

-- CreateIndex
CREATE UNIQUE INDEX "Classroom_code_key" ON "Classroom"("code");

-- CreateIndex
CREATE INDEX "Classroom_teacherId_createdAt_idx" ON "Classroom"("teacherId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Session_openIn_key" ON "Session"("openIn");

-- CreateIndex
CREATE INDEX "Session_classroomId_startedAt_idx" ON "Session"("classroomId", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "Member_person_idx" ON "Member"("person");

-- CreateIndex
CREATE UNIQUE INDEX "Member_sessionId_person_key" ON "Member"("sessionId", "person");

-- CreateIndex
CREATE UNIQUE INDEX "Member_sessionId_handle_key" ON "Member"("sessionId", "handle");

-- CreateIndex
CREATE UNIQUE INDEX "Entry_sessionId_actor_command_key" ON "Entry"("sessionId", "actor", "command");

-- CreateIndex
CREATE INDEX "Answer_sessionId_memberId_idx" ON "Answer"("sessionId", "memberId");

-- CreateIndex
CREATE INDEX "Result_sessionId_points_idx" ON "Result"("sessionId", "points" DESC);

-- AddForeignKey
ALTER TABLE "SignInToken" ADD CONSTRAINT "SignInToken_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "Teacher"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Classroom" ADD CONSTRAINT "Classroom_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "Teacher"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_classroomId_fkey" FOREIGN KEY ("classroomId") REFERENCES "Classroom"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_sessionId_actor_fkey" FOREIGN KEY ("sessionId", "actor") REFERENCES "Member"("sessionId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_sessionId_number_fkey" FOREIGN KEY ("sessionId", "number") REFERENCES "Challenge"("sessionId", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_sessionId_memberId_fkey" FOREIGN KEY ("sessionId", "memberId") REFERENCES "Member"("sessionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_sessionId_memberId_fkey" FOREIGN KEY ("sessionId", "memberId") REFERENCES "Member"("sessionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
