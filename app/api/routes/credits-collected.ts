import { collectedCall } from "../credit-calls.server";
import { onlyPost } from "../endpoint.server";
import { writingWithKey } from "../machine-endpoint.server";

export const action = writingWithKey({ POST: { scope: "credits", handle: collectedCall } });

export const loader = onlyPost;
