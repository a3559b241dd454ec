/** How a person came in: typed password, password and code, a mailed link, or one click in the demo. */
export const SIGN_IN_WAYS = ["password", "totp", "recovery", "link", "persona"] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** A recorded sign-in as its owner sees it: when, how, on which browser, roughly where. */
export type SignInRow = {
  id: string;
  at: string;
  by: SignInWay;
  browser: string | null;
  system: string | null;
  network: string | null;
  newDevice: boolean;
  current: boolean;
};
