import type { ActionFunctionArgs } from "@remix-run/node";
import { depositCall, transcriptsCall } from "../credit-calls.server";
import { readingWithKey, writingWithKey } from "../machine-endpoint.server";

export const action = (args: ActionFunctionArgs): Promise<Response> => {
  const raw = args.request.clone().text();
  return writingWithKey({
    POST: { scope: "credits", handle: async (body, call) => depositCall(body, call, await raw) },
  })(args);
};

export const loader = readingWithKey(transcriptsCall, "credits");
