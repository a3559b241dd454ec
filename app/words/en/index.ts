import type { SameKeys } from "~/platform/i18n/words";
import type { words as chinese } from "../zh-CN";
import { errors } from "./errors";
import { matching } from "./matching";
import { platform } from "./platform";
import { ui } from "./ui";

export const words: SameKeys<typeof chinese> = { errors, matching, platform, ui };
