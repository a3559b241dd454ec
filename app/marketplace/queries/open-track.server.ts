import { type OpenTrack, openTrack } from "~/matching/rules/completion-share";
import { read } from "~/platform/db/client.server";

/** What an enterprise's placements came to, as anybody may read it. Goes in: its id. Comes out: `openTrack` of its counts. */
export const openTrackOf = async (organizationId: string): Promise<OpenTrack> => {
  const own = await read.partnerTrack.findUnique({ where: { organizationId } });
  if (!own) return { kind: "none" };
  const city = await read.cityTrack.findUnique({ where: { city: own.city } });
  return openTrack(own, city ?? { completed: 0, breaks: 0 });
};
