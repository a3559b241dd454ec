import type { EventTeller, Told } from "~/marketplace/queries/recent-events.server";

/** Events worth telling, by name; single lines and notes stay untold, the next step tells what came of them. */
const TOLD: Readonly<Record<string, Told["kind"]>> = {
  "credit_table.proposed": "plain",
  "credit_table.version_opened": "plain",
  "credit_table.agreed": "plain",
  "credit_table.reopened": "bad",
  "credit_table.signed": "plain",
  "credit_table.sealed": "key",
  "credit_conversion.confirmed": "key",
  "credit_conversion.cancelled": "bad",
  "make_up.passed": "key",
  "make_up.not_passed": "bad",
  "make_up.extended": "plain",
  "credit_claim.proposed": "plain",
  "credit_claim.granted": "key",
  "credit_claim.refused": "plain",
};

/** Tables, conversions, make-up and claims in 最近发生 of a school; what they are about is named as it was recorded. */
export const tellCredits: EventTeller = async (entries) =>
  new Map(
    entries.flatMap((entry): [string, Told][] => {
      const kind = TOLD[entry.name];
      if (!kind) return [];
      const { name, title, reference } = entry.payload;
      const what = [name, title, reference].find((one) => typeof one === "string");
      const told = {
        key: `credits.recent.${entry.name.replace(".", "_")}`,
        who: entry.actorName,
        what: typeof what === "string" ? what : null,
        worded: {},
        kind,
      };
      return [[entry.id, told]];
    }),
  );
