-- CreateTable
CREATE TABLE "Round" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "schoolId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "choicesUntil" TEXT NOT NULL,
    "ranksUntil" TEXT NOT NULL,
    "publishOn" TEXT NOT NULL,
    "mostChoices" INTEGER NOT NULL,
    "categoryBy" TEXT NOT NULL,
    "seedHash" TEXT NOT NULL,
    "seedSealed" TEXT NOT NULL,
    "document" TEXT,
    "documentHash" TEXT,
    "result" TEXT,
    "computedAt" DATETIME,
    "stale" BOOLEAN NOT NULL,
    "cancelReason" TEXT,
    "followsId" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "openedAt" DATETIME,
    "confirmedAt" DATETIME,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "RoundSchool" (
    "roundId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answeredAt" DATETIME,

    PRIMARY KEY ("roundId", "schoolId"),
    CONSTRAINT "RoundSchool_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoundSlot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roundId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "listingId" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "postId" TEXT,
    "title" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "terms" TEXT NOT NULL,
    "reserved" TEXT NOT NULL,
    "quotas" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "rankedAt" DATETIME,
    "withdrawnAt" DATETIME,
    "withdrawnFor" TEXT,
    "seatsLeft" INTEGER,
    "version" INTEGER NOT NULL,
    CONSTRAINT "RoundSlot_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoundStudent" (
    "roundId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "category" TEXT,
    "groupId" TEXT,
    "chosenBy" TEXT,
    "chosenAt" DATETIME,
    "slotId" TEXT,
    "version" INTEGER NOT NULL,

    PRIMARY KEY ("roundId", "studentId"),
    CONSTRAINT "RoundStudent_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoundChoice" (
    "roundId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "slotId" TEXT NOT NULL,

    PRIMARY KEY ("roundId", "studentId", "rank")
);

-- CreateTable
CREATE TABLE "RoundRank" (
    "slotId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "place" INTEGER,

    PRIMARY KEY ("slotId", "studentId")
);

-- CreateTable
CREATE TABLE "RoundBar" (
    "roundId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "slotId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "findings" TEXT NOT NULL,

    PRIMARY KEY ("roundId", "studentId", "slotId")
);

-- CreateTable
CREATE TABLE "RoundGroup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roundId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "founderId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "SandboxLook" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "organizationId" TEXT,
    "regionCode" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Round_schoolId_state_choicesUntil_id_idx" ON "Round"("schoolId", "state", "choicesUntil", "id");

-- CreateIndex
CREATE INDEX "Round_state_choicesUntil_idx" ON "Round"("state", "choicesUntil");

-- CreateIndex
CREATE INDEX "Round_followsId_idx" ON "Round"("followsId");

-- CreateIndex
CREATE INDEX "RoundSchool_schoolId_roundId_idx" ON "RoundSchool"("schoolId", "roundId");

-- CreateIndex
CREATE INDEX "RoundSlot_hostId_roundId_idx" ON "RoundSlot"("hostId", "roundId");

-- CreateIndex
CREATE INDEX "RoundSlot_listingId_idx" ON "RoundSlot"("listingId");

-- CreateIndex
CREATE UNIQUE INDEX "RoundSlot_roundId_listingId_key" ON "RoundSlot"("roundId", "listingId");

-- CreateIndex
CREATE INDEX "RoundStudent_roundId_schoolId_code_idx" ON "RoundStudent"("roundId", "schoolId", "code");

-- CreateIndex
CREATE INDEX "RoundStudent_studentId_roundId_idx" ON "RoundStudent"("studentId", "roundId");

-- CreateIndex
CREATE INDEX "RoundStudent_groupId_idx" ON "RoundStudent"("groupId");

-- CreateIndex
CREATE INDEX "RoundChoice_slotId_rank_idx" ON "RoundChoice"("slotId", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "RoundChoice_roundId_studentId_slotId_key" ON "RoundChoice"("roundId", "studentId", "slotId");

-- CreateIndex
CREATE UNIQUE INDEX "RoundGroup_roundId_code_key" ON "RoundGroup"("roundId", "code");

-- CreateIndex
CREATE INDEX "SandboxLook_at_idx" ON "SandboxLook"("at");

