import { onlyPost } from "../endpoint.server";
import { writingWithKey } from "../machine-endpoint.server";
import { closeCall } from "../write-calls.server";

export const action = writingWithKey({ POST: { scope: "write", handle: closeCall } });

export const loader = onlyPost;
