import { notFound, ok } from "~/platform/result";
import { reading } from "../endpoint.server";
import { occupationsOfMajor } from "../queries/catalogue-items.server";
import { fitQuery } from "../schema";

export const loader = reading(fitQuery, async ({ limit }, { params, words }) => {
  const found = await occupationsOfMajor(params.code ?? "", limit, words);
  return found ? ok(found) : notFound("api.noSuchMajor");
});
