import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Refusal } from "../result";

/** Points a minute, by class of request. Sign-in failures per account are counted in the database besides. */
const LIMITS = {
  signIn: { points: 60, duration: 60 },
  register: { points: 30, duration: 60 },
  mail: { points: 20, duration: 60 },
  write: { points: 600, duration: 60 },
  read: { points: 12_000, duration: 60 },
} as const;

export type LimitClass = keyof typeof LIMITS;

const kept = globalThis as typeof globalThis & { bridgeLimiters?: Map<LimitClass, RateLimiterMemory> };

const limiter = (name: LimitClass): RateLimiterMemory => {
  kept.bridgeLimiters ??= new Map();
  let found = kept.bridgeLimiters.get(name);
  if (!found) {
    found = new RateLimiterMemory({ keyPrefix: name, ...LIMITS[name] });
    kept.bridgeLimiters.set(name, found);
  }
  return found;
};

/** Takes one point from a class's allowance for a key (an address, an account). Refuses with the seconds to wait. */
export const takePoint = async (name: LimitClass, key: string): Promise<Refusal | null> => {
  try {
    await limiter(name).consume(key);
    return null;
  } catch (rejection) {
    if (rejection instanceof Error) throw rejection;
    const seconds = Math.max(1, Math.ceil((rejection as { msBeforeNext: number }).msBeforeNext / 1000));
    return {
      code: "limited",
      key: "errors.tooManyRequests",
      values: { seconds },
      retryAfterSeconds: seconds,
    };
  }
};
