import { errors } from "./errors";
import { platform } from "./platform";
import { ui } from "./ui";

export const words = { errors, platform, ui } as const;
