import type { Clock } from "./time/clock";

/** Who acted, as it is remembered in events: a snapshot, because names change and records must not. */
export type ActorSnapshot = {
  kind: "person" | "system" | "key" | "link" | "anonymous";
  personId: string | null;
  organizationId: string | null;
  name: string;
};

/** What every command receives besides its input. Rooms narrow `actor` to what they need. */
export type Ctx<A extends ActorSnapshot = ActorSnapshot> = {
  actor: A;
  clock: Clock;
  requestId: string;
};

export const systemActor = (name: string): ActorSnapshot => ({
  kind: "system",
  personId: null,
  organizationId: null,
  name,
});
