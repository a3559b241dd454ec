import { transcriptCall } from "../credit-calls.server";
import { readingWithKey } from "../machine-endpoint.server";

export const loader = readingWithKey(transcriptCall, "credits");
