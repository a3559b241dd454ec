import type { SameKeys } from "~/platform/i18n/words";
import type { words as chinese } from "../zh-CN";
import { errors } from "./errors";
import { fit } from "./fit";
import { matching } from "./matching";
import { platform } from "./platform";
import { ui } from "./ui";

export const words: SameKeys<typeof chinese> = { errors, fit, matching, platform, ui };
