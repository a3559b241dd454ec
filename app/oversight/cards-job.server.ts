import { regionRange } from "~/catalogues/rules/regions";
import type { DeliveryHandler } from "~/platform/outbox/worker.server";
import { systemClock } from "~/platform/time/clock";
import { computeCards } from "./commands/compute-cards.server";

/** Computes the cards of the region named in the delivery; called again after a crash it changes nothing twice. */
export const deliverCards: DeliveryHandler = async ({ region }) => {
  await computeCards(systemClock, { region: regionRange(String(region)) });
};
