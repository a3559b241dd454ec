-- CreateTable
CREATE TABLE "TargetPoint" (
    "targetId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "value" BIGINT NOT NULL,

    PRIMARY KEY ("targetId", "day")
);

