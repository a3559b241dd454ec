import { read } from "~/platform/db/client.server";

/** The latest imports, newest first, at most 100: what changed, from whom, of what date. */
export const catalogueVersions = (limit = 50) =>
  read.catalogueVersion.findMany({
    orderBy: [{ importedAt: "desc" }, { id: "desc" }],
    take: Math.min(100, Math.max(1, limit)),
  });
