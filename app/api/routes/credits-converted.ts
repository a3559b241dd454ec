import { convertedCall } from "../credit-calls.server";
import { readingWithKey } from "../machine-endpoint.server";

export const loader = readingWithKey(convertedCall, "credits");
