import type { CardContent } from "./content";

/** Supply and demand of a class of majors in a city, as they stood on the day of a proposal. */
export type DemandEvidence = {
  readonly regionCode: string;
  readonly region: string;
  /** class of majors "06-01" */
  readonly family: string;
  readonly familyName: string;
  readonly programmes: number;
  readonly seats: number;
  readonly slots: number;
  readonly needs: number;
  /** what was wished for in vain within `days`; `under` where it is one to four, then nothing more is told */
  readonly unmet: { readonly under: boolean; readonly count: number };
  readonly days: number;
};

/** What a proposal rests on, frozen on the day it was made. */
export type ProposalEvidence = {
  readonly form: 1;
  readonly asOf: string;
  /** the programme's newest card or kept figures, with the digest they had; null where there are none */
  readonly card: { readonly id: string; readonly digest: string; readonly content: CardContent } | null;
  readonly demand: DemandEvidence;
};
