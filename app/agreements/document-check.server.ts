import type { LoaderFunctionArgs } from "@remix-run/node";
import { takePoint } from "~/platform/http/rate-limit.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { translatorFor } from "~/words/translator.server";
import { verifyByCode } from "./queries/verification.server";

/**
 * What the code of a sealed document leads to: every check, recomputed now. Goes in: the request and its code. Comes out: the
 * page's title and what was found, null while it is not sealed. Ends the request for an unknown code and too many tries.
 */
export const documentCheck = async ({
  request,
  params,
  context,
}: Pick<LoaderFunctionArgs, "request" | "params" | "context">) => {
  const limited = await takePoint("signIn", `verify:${context.ip}`);
  if (limited) return throwRefusal(limited);
  const verified = await verifyByCode(params.code ?? "");
  if (verified === "unknown")
    return throwRefusal({ code: "not_found", key: "agreements.verifyPage.unknown" });
  const found = verified === "not_sealed" ? null : verified;
  return { title: translatorFor(languageOf(request.headers)).room("agreements")("verifyPage.title"), found };
};

export type DocumentFound = Awaited<ReturnType<typeof documentCheck>>["found"];
