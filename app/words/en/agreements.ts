import type { SameKeys } from "~/platform/i18n/words";
import type { agreements as chinese } from "../zh-CN/agreements";
import { agreementLive } from "./agreement-live";
import { agreementPages } from "./agreement-pages";
import { agreementTalk } from "./agreement-talk";
import { agreementTerms } from "./agreement-terms";

export const agreements: SameKeys<typeof chinese> = {
  ...agreementTerms,
  ...agreementPages,
  ...agreementLive,
  ...agreementTalk,
};
