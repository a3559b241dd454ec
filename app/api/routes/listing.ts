import { z } from "zod";
import { notFound, ok } from "~/platform/result";
import { systemClock } from "~/platform/time/clock";
import { reading } from "../endpoint.server";
import { writingWithKey } from "../machine-endpoint.server";
import { listingItem } from "../queries/listing-items.server";
import { changeCall } from "../write-calls.server";

export const loader = reading(z.object({}), async (_query, { params }) => {
  const found = await listingItem(params.id ?? "", systemClock.now());
  return found ? ok(found) : notFound("api.noSuchListing");
});

export const action = writingWithKey({ PATCH: { scope: "write", handle: changeCall } });
