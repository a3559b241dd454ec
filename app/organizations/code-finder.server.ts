import type { FieldError } from "~/platform/result";
import { resolveMajor, resolveOccupation, resolveRegion } from "./queries/resolve-code.server";

const RESOLVERS = { major: resolveMajor, occupation: resolveOccupation, region: resolveRegion } as const;

type Found = { ok: true; code: string } | { ok: false; error: FieldError };

/** Finds codes for what many rows name, each name looked up once. */
export const codeFinder = () => {
  const known = new Map<string, Promise<Found>>();
  const find = async (what: keyof typeof RESOLVERS, typed: string): Promise<Found> => {
    const found = await RESOLVERS[what]("", typed);
    return found.ok ? { ok: true, code: found.row.code } : found;
  };
  return (what: keyof typeof RESOLVERS, typed: string): Promise<Found> => {
    const place = `${what}:${typed}`;
    const asked = known.get(place) ?? find(what, typed);
    known.set(place, asked);
    return asked;
  };
};

export type CodeFinder = ReturnType<typeof codeFinder>;
