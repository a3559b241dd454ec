import { z } from "zod";
import { notFound, ok } from "~/platform/result";
import { reading } from "../endpoint.server";
import { majorAnswer, majorByCode } from "../queries/catalogue-items.server";

export const loader = reading(z.object({}), async (_query, { params }) => {
  const major = await majorByCode(params.code ?? "");
  return major ? ok(majorAnswer(major)) : notFound("api.noSuchMajor");
});
