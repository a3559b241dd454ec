import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { config } from "~/platform/config/config.server";

const INTERNAL_V4: readonly [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

const INTERNAL_V6: readonly [string, number][] = [
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
];

const internal = new BlockList();
for (const [net, prefix] of INTERNAL_V4) internal.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of INTERNAL_V6) internal.addSubnet(net, prefix, "ipv6");

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Whether an IP address is out in the public network: not private, local, documentation, translated or multicast. */
export const isPublicAddress = (address: string): boolean => {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped) return isPublicAddress(mapped);
  const family = isIP(address);
  if (family === 0) return false;
  if (family === 6 && /^::ffff:/i.test(address)) return false;
  return !internal.check(address, family === 6 ? "ipv6" : "ipv4");
};

/** Only in the demo, in development and in tests may notifications go to this machine or over plain HTTP. */
export const isStrict = (): boolean => config().mode === "production" && !config().demo;

/** The addresses a URL's host stands for, looked up now; empty when there are none. */
export const addressesOf = async (url: URL): Promise<{ address: string; family: number }[]> => {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const literal = isIP(host);
  if (literal) return [{ address: host, family: literal }];
  try {
    return await lookup(host, { all: true });
  } catch {
    return [];
  }
};

/**
 * Why a URL may not receive notifications. Goes in: the URL as typed and whether to be strict. Comes out: a word key, or
 * null. Strict asks for https without user and password, and for a host none of whose addresses is internal.
 */
export const addressProblem = async (typed: string, strict: boolean): Promise<string | null> => {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    return "machines.errors.httpsOnly";
  if (!strict) return null;
  if (url.protocol !== "https:") return "machines.errors.httpsOnly";
  const addresses = await addressesOf(url);
  if (addresses.length === 0) return "machines.errors.unreachableName";
  return addresses.every(({ address }) => isPublicAddress(address)) ? null : "machines.errors.privateAddress";
};
