import { errors } from "./errors";
import { matching } from "./matching";
import { platform } from "./platform";
import { ui } from "./ui";

export const words = { errors, matching, platform, ui } as const;
