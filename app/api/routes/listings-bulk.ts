import { onlyPost } from "../endpoint.server";
import { writingWithKey } from "../machine-endpoint.server";
import { bulkCall, countRecords } from "../write-calls.server";

export const action = writingWithKey({
  POST: { scope: "write", records: countRecords, handle: bulkCall },
});

export const loader = onlyPost;
