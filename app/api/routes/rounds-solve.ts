import { readRoundDocument } from "~/matching/rules/allocation/read-document";
import { solveRound } from "~/matching/rules/allocation/solve-round";
import { refuse } from "~/platform/result";
import { onlyPost } from "../endpoint.server";
import { writingWithKey } from "../machine-endpoint.server";

/** A fair round, computed from its published document; the same answer for the same document. */
export const action = writingWithKey({
  POST: {
    scope: "read",
    handle: async (body, { request }) => {
      const document = readRoundDocument(body);
      if (!document.ok) return refuse("invalid", "errors.checkFields", { pointed: document.problems });
      const explain = new URL(request.url).searchParams.get("explanations") !== "false";
      return { ok: true, value: { status: 200, body: solveRound(document.document, { explain }) } };
    },
  },
});

export const loader = onlyPost;
