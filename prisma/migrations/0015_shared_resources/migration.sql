-- CreateTable
CREATE TABLE "SharedResource" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "exclusive" BOOLEAN NOT NULL,
    "minAge" INTEGER,
    "maxAge" INTEGER,
    "safetyNotice" TEXT NOT NULL,
    "noticeDays" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ResourceSlot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "resourceId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "fromMinute" INTEGER NOT NULL,
    "toMinute" INTEGER NOT NULL,
    "seats" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ResourceBooking" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slotId" TEXT NOT NULL,
    "resourceId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "bookerId" TEXT NOT NULL,
    "groupName" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "adults" INTEGER NOT NULL,
    "youngest" INTEGER NOT NULL,
    "oldest" INTEGER NOT NULL,
    "seats" INTEGER NOT NULL,
    "contactSealed" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cancelledBy" TEXT,
    "reason" TEXT,
    "came" INTEGER,
    "bookedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ResourceVisitor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "bookingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameSealed" TEXT NOT NULL,
    "age" INTEGER NOT NULL,
    "tokenHash" TEXT,
    "tokenSealed" TEXT,
    "answer" TEXT,
    "guardianSealed" TEXT,
    "relation" TEXT,
    "how" TEXT,
    "wordingHash" TEXT,
    "language" TEXT,
    "answeredAt" DATETIME,
    "came" BOOLEAN
);

-- CreateIndex
CREATE INDEX "SharedResource_state_kind_id_idx" ON "SharedResource"("state", "kind", "id");

-- CreateIndex
CREATE INDEX "SharedResource_state_id_idx" ON "SharedResource"("state", "id");

-- CreateIndex
CREATE INDEX "SharedResource_organizationId_id_idx" ON "SharedResource"("organizationId", "id");

-- CreateIndex
CREATE INDEX "ResourceSlot_resourceId_day_fromMinute_idx" ON "ResourceSlot"("resourceId", "day", "fromMinute");

-- CreateIndex
CREATE INDEX "ResourceSlot_organizationId_day_idx" ON "ResourceSlot"("organizationId", "day");

-- CreateIndex
CREATE INDEX "ResourceSlot_day_state_idx" ON "ResourceSlot"("day", "state");

-- CreateIndex
CREATE INDEX "ResourceBooking_slotId_state_idx" ON "ResourceBooking"("slotId", "state");

-- CreateIndex
CREATE INDEX "ResourceBooking_ownerId_state_id_idx" ON "ResourceBooking"("ownerId", "state", "id");

-- CreateIndex
CREATE INDEX "ResourceBooking_bookerId_state_id_idx" ON "ResourceBooking"("bookerId", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ResourceVisitor_tokenHash_key" ON "ResourceVisitor"("tokenHash");

-- CreateIndex
CREATE INDEX "ResourceVisitor_bookingId_position_idx" ON "ResourceVisitor"("bookingId", "position");


-- A session never holds more than its seats, not even by our own mistake.
CREATE TRIGGER "ResourceSlot_not_overfull" BEFORE UPDATE OF "taken", "seats" ON "ResourceSlot"
WHEN NEW."taken" > NEW."seats" OR NEW."taken" < 0
BEGIN
  SELECT RAISE(ABORT, 'a session holds no more than its seats');
END;
