/**
 * A network address as roughly as its owner needs it to recognise a place: the first half of IPv4 ("203.0.*.*"), the
 * first three groups of IPv6 ("2408:8456:3000:*"), null for the machine itself and for what is no address. House rule.
 */
export const roughNetwork = (ip: string): string | null => {
  const address = ip.replace(/^::ffff:(?=\d+\.)/i, "");
  const four = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(address);
  if (four) return four[1] === "127" ? null : `${four[1]}.${four[2]}.*.*`;
  if (!/^[0-9a-f:]+$/i.test(address) || !address.includes(":") || address === "::1") return null;
  const groups = address.split("::")[0]?.split(":") ?? [];
  return `${[0, 1, 2].map((index) => groups[index] || "0").join(":")}:*`;
};
