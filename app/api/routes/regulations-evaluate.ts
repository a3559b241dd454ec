import { ok, refuse } from "~/platform/result";
import { evaluateCall } from "~/regulations/evaluate-call";
import { calling, onlyPost } from "../endpoint.server";

/** The regulation, executed on typed facts, for other systems. */
export const action = calling(async (body, { words }) => {
  const done = evaluateCall(body, words.language);
  return done.ok ? ok(done.answer) : refuse("invalid", "errors.checkFields", { pointed: done.errors });
});

export const loader = onlyPost;
