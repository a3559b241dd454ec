-- CreateTable
CREATE TABLE "MapShare" (
    "organizationId" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,

    PRIMARY KEY ("organizationId", "measure", "family", "industry", "regionCode")
);

-- CreateTable
CREATE TABLE "MapCell" (
    "measure" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "parties" INTEGER NOT NULL,

    PRIMARY KEY ("measure", "family", "industry", "regionCode")
);

