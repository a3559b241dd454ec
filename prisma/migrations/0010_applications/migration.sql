-- CreateTable
CREATE TABLE "StudentProfile" (
    "studentId" TEXT NOT NULL PRIMARY KEY,
    "strengths" TEXT NOT NULL,
    "skills" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "wishRegions" TEXT NOT NULL,
    "wishLodging" TEXT,
    "commuteMinutes" INTEGER,
    "availableFrom" TEXT,
    "availableTo" TEXT,
    "wishes" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Application" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "listingId" TEXT NOT NULL,
    "postId" TEXT,
    "appliedBy" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "turn" TEXT,
    "turnSince" DATETIME NOT NULL,
    "replyBy" TEXT,
    "replyByCertain" BOOLEAN NOT NULL,
    "remindAt" DATETIME,
    "remindedAt" DATETIME,
    "sharedAt" DATETIME,
    "answeredAt" DATETIME,
    "terms" TEXT,
    "offerNote" TEXT,
    "reason" TEXT,
    "note" TEXT,
    "suggestedId" TEXT,
    "cameFromId" TEXT,
    "stuckKey" TEXT,
    "placementId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Interview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "applicationId" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "minutes" INTEGER NOT NULL,
    "way" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "wish" TEXT,
    "sequence" INTEGER NOT NULL,
    "proposedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "answeredAt" DATETIME
);

-- CreateTable
CREATE TABLE "PlacementProposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "hostUscc" TEXT NOT NULL,
    "hostName" TEXT NOT NULL,
    "hostRegion" TEXT NOT NULL,
    "hostIndustry" TEXT,
    "hostEmployees" INTEGER,
    "postHeadcount" INTEGER,
    "contactName" TEXT NOT NULL,
    "contactPhone" TEXT NOT NULL,
    "terms" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "justification" TEXT,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    "replyBy" TEXT,
    "replyByCertain" BOOLEAN NOT NULL,
    "hostId" TEXT,
    "placementId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Application_placementId_key" ON "Application"("placementId");

-- CreateIndex
CREATE INDEX "Application_studentId_createdAt_idx" ON "Application"("studentId", "createdAt");

-- CreateIndex
CREATE INDEX "Application_hostId_state_createdAt_id_idx" ON "Application"("hostId", "state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Application_hostId_endedAt_id_idx" ON "Application"("hostId", "endedAt", "id");

-- CreateIndex
CREATE INDEX "Application_listingId_state_idx" ON "Application"("listingId", "state");

-- CreateIndex
CREATE INDEX "Application_schoolId_state_replyBy_id_idx" ON "Application"("schoolId", "state", "replyBy", "id");

-- CreateIndex
CREATE INDEX "Application_schoolId_endedAt_id_idx" ON "Application"("schoolId", "endedAt", "id");

-- CreateIndex
CREATE INDEX "Application_state_replyBy_idx" ON "Application"("state", "replyBy");

-- CreateIndex
CREATE INDEX "Application_turn_remindAt_idx" ON "Application"("turn", "remindAt");

-- CreateIndex
CREATE INDEX "Application_postId_state_idx" ON "Application"("postId", "state");

-- CreateIndex
CREATE INDEX "Interview_applicationId_createdAt_idx" ON "Interview"("applicationId", "createdAt");

-- CreateIndex
CREATE INDEX "Interview_startsAt_idx" ON "Interview"("startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "PlacementProposal_placementId_key" ON "PlacementProposal"("placementId");

-- CreateIndex
CREATE INDEX "PlacementProposal_studentId_createdAt_idx" ON "PlacementProposal"("studentId", "createdAt");

-- CreateIndex
CREATE INDEX "PlacementProposal_schoolId_state_replyBy_id_idx" ON "PlacementProposal"("schoolId", "state", "replyBy", "id");


-- One open application of a student for a listing.
CREATE UNIQUE INDEX "Application_open_once" ON "Application"("studentId", "listingId")
WHERE "state" IN ('submitted', 'read', 'shortlisted', 'interview', 'offered', 'accepted');
