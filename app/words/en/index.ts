import type { SameKeys } from "~/platform/i18n/words";
import type { words as chinese } from "../zh-CN";
import { api } from "./api";
import { catalogues } from "./catalogues";
import { enquiries } from "./enquiries";
import { errors } from "./errors";
import { fit } from "./fit";
import { identity } from "./identity";
import { matching } from "./matching";
import { platform } from "./platform";
import { regulations } from "./regulations";
import { ui } from "./ui";

export const words: SameKeys<typeof chinese> = {
  enquiries,
  api,
  identity,
  catalogues,
  errors,
  fit,
  matching,
  platform,
  regulations,
  ui,
};
