import { data } from "@remix-run/node";
import type { RequestFacts } from "~/platform/http/context";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { receiveForm } from "~/platform/http/upload.server";
import type { Refusal } from "~/platform/result";
import type { FileCheck } from "./file-check";
import { verifyFile } from "./queries/verification.server";

type Answer = { check: FileCheck | null; refusal: Refusal | null };

/** Checks the file of a posted form; anybody may, so it takes a point of the sender's allowance and keeps nothing. */
export const checkUpload = async (request: Request, facts: RequestFacts, code: string | null) => {
  const refuse = (refusal: Refusal) => answerRefusal<Answer>(refusal, { check: null, refusal });
  const limited = await takePoint("signIn", `verify:${facts.ip}`);
  if (limited) return refuse(limited);
  const received = await receiveForm(request, ["application/pdf", "application/json"], 1);
  if (!received.ok) return refuse(received.refusal);
  const file = received.value.files[0];
  if (!file) return refuse({ code: "invalid", key: "agreements.errors.file" });
  const check = await verifyFile(file.bytes, file.mediaType === "application/json", code);
  return data<Answer>({ check, refusal: null });
};
