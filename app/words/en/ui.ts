import type { SameKeys } from "~/platform/i18n/words";
import type { ui as chinese } from "../zh-CN/ui";

export const ui: SameKeys<typeof chinese> = {
  optional: "optional",
};
