import { agreementLive } from "./agreement-live";
import { agreementPages } from "./agreement-pages";
import { agreementTalk } from "./agreement-talk";
import { agreementTerms } from "./agreement-terms";

export const agreements = {
  ...agreementTerms,
  ...agreementPages,
  ...agreementLive,
  ...agreementTalk,
} as const;
