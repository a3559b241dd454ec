import { catalogues } from "./catalogues";
import { errors } from "./errors";
import { fit } from "./fit";
import { identity } from "./identity";
import { matching } from "./matching";
import { platform } from "./platform";
import { ui } from "./ui";

export const words = { identity, catalogues, errors, fit, matching, platform, ui } as const;
