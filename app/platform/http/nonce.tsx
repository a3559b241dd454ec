import { createContext, type ReactNode, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

export const NonceProvider = ({ nonce, children }: { nonce: string; children: ReactNode }) => (
  <NonceContext.Provider value={nonce}>{children}</NonceContext.Provider>
);

/** This answer's script nonce on the server; undefined in the browser, which hides nonces anyway. */
export const useNonce = (): string | undefined => useContext(NonceContext);
