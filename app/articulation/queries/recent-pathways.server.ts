import type { EventTeller, Told } from "~/marketplace/queries/recent-events.server";

/** What concerns one student stays on the page of the intake year. */
const QUIET = ["planned", "studentLeft", "studentRemoved", "cohortChanged"];
const KEY = ["approve", "start", "resultsEntered"];
const BAD = ["decline", "giveBack", "withdraw", "close"];

/** Through pathways in 最近发生 of a school, enterprise or authority, each with the pathway's title. */
export const tellPathways: EventTeller = async (entries) => {
  const words = new Map<string, Told>();
  for (const entry of entries) {
    const [room, happened = ""] = entry.name.split(".");
    if (room !== "articulation" || QUIET.includes(happened)) continue;
    words.set(entry.id, {
      key: "articulation.recent",
      who: null,
      what: null,
      worded: { happened: `articulation.events.${happened}` },
      kind: KEY.includes(happened) ? "key" : BAD.includes(happened) ? "bad" : "plain",
    });
  }
  return words;
};
